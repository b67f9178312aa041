using System.Globalization;
using SyncGen.CodeGeneration.Documents;
using SyncGen.CodeGeneration.Emission.CSharp;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Building;
using SyncGen.Generators.Tests.Compiling;
using SyncGen.Generators.Tests.GoldenFiles;

namespace SyncGen.Generators.Tests.Documents;

/// <summary>The same model from a file and from the classes that a file gives: the same output.</summary>
public sealed class SameModelTests
{
    private const Databases All = Databases.Sqlite | Databases.PostgreSql | Databases.MySql | Databases.SqlServer;

    [Fact]
    public void File_and_classes_give_the_same()
    {
        var document = GoldenFile.Input("Document");
        var model = DocumentReader.Read(document, "Model.sync.json");
        var classes = model.Entities.Select(e => EntityEmitter.EmitOwned(e, [])).Concat(model.Scopes.Select(OwnedScopeEmitter.Emit)).ToDictionary(f => f.Name, f => f.Text);
        var code = TestProject.Of("");
        var written = GeneratorRun.Of(code with { Databases = All, Files = Together(code.Files, classes) });
        var read = GeneratorRun.Of(TestProject.OfDocument(document) with { Databases = All });

        Assert.Equal(read.Result.Diagnostics.Select(d => d.GetMessage(CultureInfo.InvariantCulture)), written.Result.Diagnostics.Select(d => d.GetMessage(CultureInfo.InvariantCulture)));
        Assert.Empty(written.Complaints);
        Assert.Empty(read.Complaints);
        var expected = read.Files.Where(f => !f.Key.EndsWith(".Entity.g.cs", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => Bare(f.Value));
        Assert.Equal(expected, written.Files.ToDictionary(f => f.Key, f => Bare(f.Value)));
    }

    [Fact]
    public void Hosts_that_emit_all_at_once_give_the_same()
    {
        var project = TestProject.OfDocument(GoldenFile.Input("Document")) with { Databases = All };
        var generated = GeneratorRun.Of(project);
        var document = DocumentReader.Read(GoldenFile.Input("Document"), "Model.sync.json");
        var options = new HostOptions(All, HasServices: true, HasEndpoints: false, HasHttp: generated.Files.Values.Any(t => t.Contains("HttpProvider", StringComparison.Ordinal)), 1400);
        var scopes = ModelBuilder.Build(document.Scopes, document.Entities, options).Scopes;

        Assert.Equal(generated.Files, ProjectEmitter.Emit(scopes, document.Entities, options).ToDictionary(f => f.Name, f => f.Text));
    }

    // How the scope's class is declared is all that may differ.
    private static string Bare(string text) =>
        string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("/// <summary>The scope", StringComparison.Ordinal)))
            .Replace("public static partial class FieldWorkScope", "partial class FieldWorkScope", StringComparison.Ordinal)
            .Replace("static partial class FieldWorkScope", "partial class FieldWorkScope", StringComparison.Ordinal);

    private static Dictionary<string, string> Together(IReadOnlyDictionary<string, string> code, Dictionary<string, string> classes) =>
        code.Concat(classes).ToDictionary(f => f.Key, f => f.Value);
}
