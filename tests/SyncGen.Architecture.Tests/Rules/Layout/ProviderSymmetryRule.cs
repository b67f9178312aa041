using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Layout;

/// <summary>The same cast in every provider.</summary>
internal sealed class ProviderSymmetryRule : Rule
{
    private static readonly string[] s_cast = ["Provider", "ProviderOptions", "StoreConnection", "Statement", "Dialect", "TypeMap", "SchemaReader", "Errors"];

    public override string Reason =>
        "Who knows one provider knows all: each has the same cast under the same names. Move the code that plays the part into a type of that name.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        RepositoryTree.Of(
            ("src/SyncGen.Oracle/SyncGen.Oracle.csproj", """<Project><ItemGroup><ProjectReference Include="../SyncGen.Relational/SyncGen.Relational.csproj" /></ItemGroup></Project>"""),
            ("src/SyncGen.Oracle/OracleProvider.cs", "")),
    ];

    public override IEnumerable<string> Violations(RepositoryTree tree) =>
        from project in tree.ShippedProjects
        where project.ProjectReferences.Contains("SyncGen.Relational") && project.Name != "SyncGen.Tool"
        from role in s_cast
        let type = project.Name["SyncGen.".Length..] + role
        where !tree.Sources.Any(file => file.IsUnder(project.File.Folder) && file.Name == $"{type}.cs")
        select $"{project.Name} has no {type}";
}
