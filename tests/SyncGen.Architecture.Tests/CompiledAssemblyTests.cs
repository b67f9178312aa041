using SyncGen.Architecture.Tests.Rules.Projects;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests;

/// <summary>What the compiler made of the shipped projects: what they really use, not what their files say.</summary>
public sealed class CompiledAssemblyTests
{
    public static TheoryData<string> Shipped => [.. RepositoryTree.OnDisk.ShippedProjects.Select(project => project.Name)];

    public static TheoryData<string> RuntimeLibraries =>
        [.. RepositoryTree.OnDisk.ShippedProjects.Where(project => project.IsRuntimeLibrary).Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Assembly_uses_only_our_assemblies_that_the_plan_allows(string name)
    {
        var used = CompiledAssembly.References(PathOf(name)).Where(ProjectPlan.All.ContainsKey);

        Assert.Empty(used.Except(Reachable(name)));
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Types_lie_in_namespaces_below_their_assembly(string name)
    {
        // An underscore or angle bracket is the compiler's own, an attribute of System.* or Microsoft.* is embedded by it.
        var strangers = CompiledAssembly.Types(PathOf(name))
            .Where(type => type.Namespace.Length > 0 && !type.Namespace.StartsWith("System", StringComparison.Ordinal) && !type.Namespace.StartsWith("Microsoft", StringComparison.Ordinal))
            .Where(type => type.Namespace != name && !type.Namespace.StartsWith(name + ".", StringComparison.Ordinal));

        Assert.Empty(strangers);
    }

    [Theory]
    [MemberData(nameof(RuntimeLibraries))]
    public void Runtime_library_uses_no_reflection(string name) => Assert.Empty(CompiledAssembly.Reflection(PathOf(name)));

    [Fact]
    public void Reflection_would_be_noticed() =>
        // This assembly makes its rules by reflection.
        Assert.Contains("System.Activator", CompiledAssembly.Reflection(typeof(RuleTests).Assembly.Location));

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");

    private static HashSet<string> Reachable(string name)
    {
        HashSet<string> found = [];
        var waiting = new Stack<string>(ProjectPlan.All[name].MayReference);
        while (waiting.TryPop(out var next))
        {
            if (found.Add(next))
            {
                Array.ForEach(ProjectPlan.All[next].MayReference, waiting.Push);
            }
        }

        return found;
    }
}
