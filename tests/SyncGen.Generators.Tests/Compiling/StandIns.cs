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

    public const string PostgreSql =
        """
        namespace SyncGen.PostgreSql;

        public sealed class PostgreSqlProviderOptions
        {
            public SyncRole Role { get; set; } = SyncRole.Peer;
            public Filters.SyncFilter? Filter { get; set; }
        }

        public sealed class PostgreSqlProvider(Model.SyncScope scope, Relational.Provisioning.RelationalScripts scripts, string connectionString, PostgreSqlProviderOptions options)
        {
            public Model.SyncScope Scope { get; } = scope;
            public Relational.Provisioning.RelationalScripts Scripts { get; } = scripts;
            public string ConnectionString { get; } = connectionString;
            public PostgreSqlProviderOptions Options { get; } = options;
        }
        """;
}
