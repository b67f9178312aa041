using SyncGen.CodeGeneration.Model;

namespace SyncGen.Generators.Tests.Compiling;

/// <summary>Code of packages that the tests do without, as far as the generator and what it emits can see it.</summary>
internal static class StandIns
{
    /// <summary>EF Core's attribute, by its name: the generator asks for no more.</summary>
    public const string EntityFramework =
        """
        namespace Microsoft.EntityFrameworkCore;

        [System.AttributeUsage(System.AttributeTargets.Class)]
        public sealed class PrimaryKeyAttribute(string propertyName, params string[] additionalPropertyNames) : System.Attribute
        {
            public string[] PropertyNames { get; } = [propertyName, .. additionalPropertyNames];
        }
        """;

    /// <summary>The service for ASP.NET Core, and what of the framework its callers see.</summary>
    public const string Service =
        """
        namespace Microsoft.AspNetCore.Builder { public interface IEndpointConventionBuilder; }
        namespace Microsoft.AspNetCore.Routing { public interface IEndpointRouteBuilder; }
        namespace SyncGen.AspNetCore
        {
            public sealed class SyncServiceOptions;

            public static class SyncEndpointRouteBuilderExtensions
            {
                public static Microsoft.AspNetCore.Builder.IEndpointConventionBuilder MapSyncScope(
                    this Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints, string pattern, SyncGen.Model.SyncScope scope, object key,
                    System.Action<SyncServiceOptions>? configure = null) => throw new System.InvalidOperationException($"{pattern} {scope.Name} {key}");
            }
        }
        """;

    /// <summary>The provider of a database: those that are large are not referenced here.</summary>
    public static string ProviderOf(Databases database) =>
        $$"""
        namespace SyncGen.{{database}};

        public sealed class {{database}}ProviderOptions
        {
            public SyncRole Role { get; set; } = SyncRole.Peer;
            public Filters.SyncFilter? Filter { get; set; }
        }

        public sealed class {{database}}Provider(Model.SyncScope scope, Relational.Provisioning.RelationalScripts scripts, string connectionString, {{database}}ProviderOptions options)
        {
            public Model.SyncScope Scope { get; } = scope;
            public Relational.Provisioning.RelationalScripts Scripts { get; } = scripts;
            public string ConnectionString { get; } = connectionString;
            public {{database}}ProviderOptions Options { get; } = options;
        }
        """;
}
