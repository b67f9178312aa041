using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Projects;

/// <summary>Shipped projects depend on few packages, each by decision.</summary>
internal sealed class PackagesRule : Rule
{
    public override string Reason =>
        "Every package that we reference becomes a dependency of all our users: the runtime takes the logging and "
        + "dependency-injection abstractions only, a provider its driver. Do without, or enter the package in ProjectPlan with a reason.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        RepositoryTree.Of(("src/SyncGen/SyncGen.csproj", """<Project><ItemGroup><PackageReference Include="Newtonsoft.Json" /></ItemGroup></Project>""")),
        RepositoryTree.Of(("src/SyncGen.Relational/SyncGen.Relational.csproj", """<Project><ItemGroup><PackageReference Include="Npgsql" /></ItemGroup></Project>""")),
    ];

    public override IEnumerable<string> Violations(RepositoryTree tree) =>
        from project in tree.ShippedProjects
        where ProjectPlan.All.ContainsKey(project.Name)
        from package in project.PackageReferences.Except(ProjectPlan.All[project.Name].Packages)
        select $"{project.Name} references the package {package}";
}
