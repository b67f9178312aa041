namespace SyncGen.CodeGeneration.Emission.MySql;

/// <summary>What the templates of a scope's SQL print: quoted names.</summary>
internal sealed record MySqlScopeView(
    string State, string Replica, string Missing, string Marker, string Model, string Conflict, string Quarantine, string Instance)
{
    public static MySqlScopeView Of(string scope) => new(
        MySqlNames.OfScope(scope, "state"),
        MySqlNames.OfScope(scope, "replica"),
        MySqlNames.OfScope(scope, "missing"),
        MySqlNames.OfScope(scope, "marker"),
        MySqlNames.OfScope(scope, "model"),
        MySqlNames.OfScope(scope, "conflict"),
        MySqlNames.OfScope(scope, "quarantine"),
        MySqlNames.OfScope(scope, "instance"));
}
