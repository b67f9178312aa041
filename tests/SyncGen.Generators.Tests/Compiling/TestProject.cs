using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.Generators.Tests.Compiling;

/// <summary>A project as a user could have it, in memory.</summary>
internal sealed record TestProject
{
    /// <summary>The files by name.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>The databases whose providers are referenced.</summary>
    public Databases Databases { get; init; } = Databases.Sqlite;

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.CSharp14;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    /// <summary>The files <c>*.sync.json</c> and <c>*.sync.scriban</c> by name.</summary>
    public IReadOnlyDictionary<string, string> Documents { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<MetadataReference> Libraries { get; init; } = [];

    public string AssemblyName { get; init; } = "App";

    /// <summary>A project of one file, with the usings that most need.</summary>
    public static TestProject Of(string code) => new()
    {
        Files = new Dictionary<string, string> { ["Code.cs"] = WithUsings(code), ["EntityFramework.cs"] = StandIns.EntityFramework },
    };

    /// <summary>A project of one file <c>*.sync.json</c>.</summary>
    public static TestProject OfDocument(string document) => Of("") with { Documents = new Dictionary<string, string> { ["Model.sync.json"] = document } };

    public static string WithUsings(string code) =>
        """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;
        using SyncGen;
        using SyncGen.Conflicts;

        """ + code;

    public CSharpParseOptions ParseOptions => new(LanguageVersion, DocumentationMode.Diagnose);

    public CSharpCompilation Compile()
    {
        var standIns = Enum.GetValues<Databases>()
            .Where(database => database is not (Databases.None or Databases.Sqlite) && Databases.HasFlag(database))
            .Select(database => KeyValuePair.Create($"{database}.cs", StandIns.ProviderOf(database)));
        var files = Files.Concat(standIns);
        var trees = files.Select(f => CSharpSyntaxTree.ParseText(f.Value, ParseOptions, f.Key));
        var references = TestReferences.Without(Databases.HasFlag(Databases.Sqlite) ? [] : ["SyncGen.Sqlite"]).Concat(Libraries);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: Nullable, warningLevel: 9999);
        return CSharpCompilation.Create(AssemblyName, trees, references, options);
    }

    /// <summary>The project compiled, as another project references it.</summary>
    public MetadataReference ToReference()
    {
        var stream = new MemoryStream();
        var result = Compile().Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
