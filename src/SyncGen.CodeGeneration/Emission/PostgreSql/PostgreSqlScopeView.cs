namespace SyncGen.CodeGeneration.Emission.PostgreSql;

/// <summary>What the templates of a scope's SQL print: quoted names.</summary>
internal sealed record PostgreSqlScopeView(
    string State, string Replica, string Missing, string Marker, string Model, string Conflict, string Quarantine, string QuarantineKey, string Instance)
{
    public static PostgreSqlScopeView Of(string scope) => new(
        PostgreSqlNames.OfScope(scope, "state"),
        PostgreSqlNames.OfScope(scope, "replica"),
        PostgreSqlNames.OfScope(scope, "missing"),
        PostgreSqlNames.OfScope(scope, "marker"),
        PostgreSqlNames.OfScope(scope, "model"),
        PostgreSqlNames.OfScope(scope, "conflict"),
        PostgreSqlNames.OfScope(scope, "quarantine"),
        PostgreSqlNames.OfScope(scope, "quarantine_key"),
        PostgreSqlNames.OfScope(scope, "instance"));
}
