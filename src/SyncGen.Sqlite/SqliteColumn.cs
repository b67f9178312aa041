namespace SyncGen.Sqlite;

/// <summary>A column as a SQLite database declares it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The declared type; may be empty.</param>
/// <param name="IsRequired">Whether it is NOT NULL.</param>
/// <param name="KeyOrder">Its place in the primary key, from 1; 0: not in it.</param>
/// <param name="IsGenerated">Whether it is computed.</param>
/// <param name="HasDefault">Whether it has a default.</param>
internal sealed record SqliteColumn(string Name, string Type, bool IsRequired, int KeyOrder, bool IsGenerated, bool HasDefault);
