using Microsoft.Extensions.DependencyInjection;
using SyncGen.Generators.Tests.Compiling;
using SyncGen.Providers;

namespace SyncGen.Generators.Tests.Emitted;

/// <summary>An application gets a scope's store from its services.</summary>
public sealed class RegistrationTests
{
    private const string Code =
        """
        using Microsoft.Extensions.DependencyInjection;

        [SyncEntity]
        public class A { public int Id { get; set; } }

        [SyncScope("one", typeof(A))]
        public static partial class One;

        [SyncScope("two", typeof(A))]
        public static partial class Two;

        public static class App
        {
            public static IServiceCollection Services() => new ServiceCollection()
                .AddOne(_ => One.Sqlite("Data Source=:memory:"))
                .AddTwo<SyncGen.Providers.SyncProvider>(_ => Two.Sqlite("Data Source=:memory:"));
        }
        """;

    [Fact]
    public async Task Each_scope_has_its_own_store()
    {
        var assembly = EmittedScope.Assembly(Code);
        var services = (IServiceCollection)assembly.GetType("App")!.GetMethod("Services")!.Invoke(null, null)!;
        await using var provider = services.BuildServiceProvider();
        var one = provider.GetRequiredKeyedService<Sqlite.SqliteProvider>(assembly.GetType("One"));

        Assert.Same(one, provider.GetRequiredKeyedService<SyncProvider>(assembly.GetType("One")));
        Assert.Equal("one", one.Scope.Name);
        Assert.Equal("two", provider.GetRequiredKeyedService<SyncProvider>(assembly.GetType("Two")).Scope.Name);
    }

    [Fact]
    public void Scope_is_served_where_the_service_is_referenced()
    {
        var project = TestProject.Of(Code);
        var served = project with { Files = new Dictionary<string, string>(project.Files) { ["Service.cs"] = StandIns.Service } };

        var run = GeneratorRun.Of(served);

        Assert.Empty(run.Complaints);
        Assert.Contains("MapTwo(", run.Files["Two.Endpoints.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain(GeneratorRun.Of(project).Files.Keys, name => name.Contains("Endpoints", StringComparison.Ordinal));
    }

    [Fact]
    public void Scope_that_only_its_container_sees_is_not_registered()
    {
        var run = GeneratorRun.Of(TestProject.Of(
            "partial class Outer { [SyncEntity] internal class A { public int Id { get; set; } } [SyncScope(\"s\", typeof(A))] private static partial class S; }"));

        Assert.Empty(run.Complaints);
        Assert.DoesNotContain(run.Files.Keys, name => name.Contains("Services", StringComparison.Ordinal));
    }
}
