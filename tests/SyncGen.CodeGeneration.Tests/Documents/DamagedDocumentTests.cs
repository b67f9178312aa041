using System.Text;
using SyncGen.CodeGeneration.Documents;
using SyncGen.CodeGeneration.Emission.CSharp;
using SyncGen.CodeGeneration.Model.Building;
using SyncGen.CodeGeneration.Model.Declarations;
using SyncGen.CodeGeneration.Tests.Declared;
using SyncGen.Testing;
using SyncGen.Testing.Mutations;
using Xunit.Abstractions;

namespace SyncGen.CodeGeneration.Tests.Documents;

/// <summary>Whatever a file holds, it is read or refused at a place in it: a generator that throws tells nobody anything.</summary>
public sealed class DamagedDocumentTests(ITestOutputHelper output)
{
    private static readonly byte[] s_document = File.ReadAllBytes(
        Path.Combine(RepositoryFolder.Path, "tests", "SyncGen.Generators.Tests", "Golden", "Document.input.sync.json"));

    [Fact]
    public void Damaged_document_is_read_or_refused()
    {
        byte[][] tokens = [.. new[] { "{", "}", "[", "]", ":", ",", "\"", "\\u0000", "\\ud800", "null", "true", "-1e9", "//", "/*", "\"key\": true", "\"type\": \"Binary\"" }.Select(Encoding.UTF8.GetBytes)];
        var mutator = new ByteMutator([s_document], tokens);
        MutationRun.Run(mutator.Damage, TryRead, new MemoryBound(PerByte: 4096, Always: 64 << 20), output.WriteLine);
    }

    [Fact]
    public void Document_that_ends_anywhere_is_refused()
    {
        var text = Encoding.UTF8.GetString(s_document).TrimEnd();
        for (var length = 0; length < text.Length; length++)
        {
            Assert.NotEmpty(DocumentReader.Read(text[..length], "A.sync.json").Findings);
        }
    }

    private static bool TryRead(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var document = DocumentReader.Read(text, "A.sync.json");
        var set = DocumentSet.Of([document], [], []);
        var model = ModelBuilder.Build(set.Scopes, set.Entities, Declare.Options);
        foreach (var finding in set.Findings.Concat(model.Findings))
        {
            RequirePlace(finding.Source, text);
        }

        foreach (var file in ProjectEmitter.Emit(model.Scopes, set.Entities, Declare.Options))
        {
            Assert.NotEmpty(file.Text);
        }

        return set.Findings.Count == 0;
    }

    private static void RequirePlace(SourceToken place, string text)
    {
        Assert.False(place.IsNone);
        Assert.InRange(place.Start, 0, text.Length);
        Assert.InRange(place.Start + place.Length, place.Start, text.Length);
    }
}
