namespace SyncGen.Sqlite.Scripts;

/// <summary>The SQL of a scope. Generated. Every script is idempotent and may hold several statements.</summary>
/// <param name="Create">Creates the tables that the scope keeps once: state, replicas, conflict log, quarantine.</param>
/// <param name="Drop">Drops them.</param>
/// <param name="Tables">The tables' scripts, in the order of the scope's tables.</param>
public sealed record SqliteScopeScript(string Create, string Drop, IReadOnlyList<SqliteTableScript> Tables);
