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
