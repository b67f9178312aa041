namespace SyncGen.Relational.Provisioning;

/// <summary>The generated SQL of a scope, for one kind of database. Each text may hold several statements.</summary>
/// <param name="CreateScope">Creates what the scope keeps once.</param>
/// <param name="DropScope">Drops it.</param>
/// <param name="Tables">The tables' scripts, in the order of the scope's tables.</param>
public sealed record RelationalScripts(string CreateScope, string DropScope, IReadOnlyList<RelationalTableScripts> Tables);
