namespace SyncGen.CodeGeneration.Emission.Sqlite;

/// <summary>What the templates of a scope's SQL print: quoted names.</summary>
internal sealed record SqliteScopeView(string State, string Replica, string Missing, string Marker, string Model, string Conflict, string Quarantine, string Instance)
{
    public static SqliteScopeView Of(string scope) => new(
        SqliteNames.OfScope(scope, "state"),
        SqliteNames.OfScope(scope, "replica"),
        SqliteNames.OfScope(scope, "missing"),
        SqliteNames.OfScope(scope, "marker"),
        SqliteNames.OfScope(scope, "model"),
        SqliteNames.OfScope(scope, "conflict"),
        SqliteNames.OfScope(scope, "quarantine"),
        SqliteNames.OfScope(scope, "instance"));
}
