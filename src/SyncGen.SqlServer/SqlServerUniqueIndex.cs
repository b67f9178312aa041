namespace SyncGen.SqlServer;

/// <summary>What a table allows once.</summary>
/// <param name="Name">The index's name, which is its constraint's too.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="IsPartial">Whether it leaves rows out.</param>
internal sealed record SqlServerUniqueIndex(string Name, IReadOnlyList<string> Columns, bool IsPartial);
