namespace SyncGen.CodeGeneration.Emission.SqlServer;

/// <summary>What the templates of a scope's SQL print: quoted names.</summary>
internal sealed record SqlServerScopeView(
    SqlServerName State,
    SqlServerName Replica,
    SqlServerName Missing,
    SqlServerName Marker,
    SqlServerName Model,
    SqlServerName Conflict,
    SqlServerName Quarantine,
    SqlServerName Instance)
{
    public static SqlServerScopeView Of(string scope) => new(
        Name(scope, "state"),
        Name(scope, "replica"),
        Name(scope, "missing"),
        Name(scope, "marker"),
        Name(scope, "model"),
        Name(scope, "conflict"),
        Name(scope, "quarantine"),
        Name(scope, "instance"));

    private static SqlServerName Name(string scope, string part) => new(SqlServerNames.OfScope(scope, part));
}
