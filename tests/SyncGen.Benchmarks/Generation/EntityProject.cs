using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SyncGen.Benchmarks.Generation;

/// <summary>A project in memory with many entities, each in a file of its own.</summary>
internal static class EntityProject
{
    public static CSharpCompilation Create(int entities)
    {
        var numbers = Enumerable.Range(0, entities).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();
        var scope = $"""
            using SyncGen;
            namespace Demo;
            [SyncScope("all", {string.Join(", ", numbers.Select(number => $"typeof(Entity{number})"))})]
            public static partial class AllScope;
            """;
        return CSharpCompilation.Create(
            "Demo",
            [.. numbers.Select(number => Parse(Entity(number), $"Entity{number}.cs")), Parse(scope, "AllScope.cs")],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The same with a further column in one entity.</summary>
    public static CSharpCompilation Edit(CSharpCompilation project)
    {
        var tree = project.SyntaxTrees.Single(tree => tree.FilePath == "Entity7.cs");
        var text = tree.ToString().Replace("public int Number", "public int Added { get; set; }\n    public int Number", StringComparison.Ordinal);
        return project.ReplaceSyntaxTree(tree, Parse(text, tree.FilePath));
    }

    private static string Entity(string number) => $$"""
        using System;
        using System.ComponentModel.DataAnnotations;
        using SyncGen;
        namespace Demo;
        [SyncEntity]
        public class Entity{{number}}
        {
            [Key] public Guid Id { get; set; }
            public string Customer { get; set; } = "";
            public string Product { get; set; } = "";
            public string Address { get; set; } = "";
            public decimal Amount { get; set; }
            public int Number { get; set; }
            public DateTime Ordered { get; set; }
            public DateTime Shipped { get; set; }
            public string? Remark { get; set; }
            public bool Paid { get; set; }
        }
        """;

    private static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text), CSharpParseOptions.Default, path);

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
}
