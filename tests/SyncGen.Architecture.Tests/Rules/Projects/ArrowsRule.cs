using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Projects;

/// <summary>Arrows between projects point only as drawn.</summary>
internal sealed class ArrowsRule : Rule
{
    public override string Reason =>
        "Arrows between projects point only as ProjectPlan draws them: the runtime stays thin, providers never see each other, "
        + "and the engine has no host in it. Move the code to where it may be used, or change the plan first.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        Project("SyncGen.Sqlite", """<ProjectReference Include="../SyncGen.MySql/SyncGen.MySql.csproj" />"""),
        Project("SyncGen", """<ProjectReference Include="..\SyncGen.Relational\SyncGen.Relational.csproj" />"""),
        Project("SyncGen.Relational", """<ProjectReference Include="../SyncGen.Generators/SyncGen.Generators.csproj" ReferenceOutputAssembly="false" />"""),
        Project("SyncGen.Relational", """<ProjectReference Include="../../tests/SyncGen.Testing/SyncGen.Testing.csproj" />"""),
        Project("SyncGen.Unheard", ""),
        RepositoryTree.Of(("samples/A/A.csproj", """<Project><ItemGroup><ProjectReference Include="../B/B.csproj" /></ItemGroup></Project>""")),
    ];

    public override IEnumerable<string> Violations(RepositoryTree tree) =>
        tree.ShippedProjects.SelectMany(Shipped).Concat(tree.Projects.Where(project => project.File.IsUnder("samples")).SelectMany(Sample));

    private static IEnumerable<string> Shipped(ProjectFile project)
    {
        if (!ProjectPlan.All.TryGetValue(project.Name, out var plan))
        {
            return [$"{project.File.Path} is a project that ProjectPlan does not name"];
        }

        return project.ProjectReferences.Except(plan.MayReference)
            .Concat(project.CarriedProjects.Except(plan.MayCarry))
            .Select(reference => $"{project.Name} references {reference}");
    }

    private static IEnumerable<string> Sample(ProjectFile sample) => sample.ProjectReferences.Concat(sample.CarriedProjects)
        .Where(reference => !ProjectPlan.All.ContainsKey(reference))
        .Select(reference => $"The sample {sample.Name} references {reference}, which is not shipped: a user could not do that");

    private static RepositoryTree Project(string name, string item) =>
        RepositoryTree.Of(($"src/{name}/{name}.csproj", $"<Project><ItemGroup>{item}</ItemGroup></Project>"));
}
