namespace SyncGen.Relational.Provisioning;

/// <summary>
/// The SQL of a scope for one kind of database. Generated. Every script is idempotent and may hold several statements.
/// Immutable and thread-safe.
/// </summary>
/// <param name="CreateScope">Creates the tables that the scope keeps once: state, replicas, conflict log, quarantine.</param>
/// <param name="DropScope">Drops them.</param>
/// <param name="Tables">The tables' scripts, in the order of the scope's tables.</param>
public sealed record RelationalScripts(string CreateScope, string DropScope, IReadOnlyList<RelationalTableScripts> Tables);
