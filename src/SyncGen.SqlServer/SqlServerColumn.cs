namespace SyncGen.SqlServer;

/// <summary>A column as the database has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, such as <c>nvarchar</c>; that behind it where it has a type of the application's own.</param>
/// <param name="Definition">The whole of its type, such as <c>nvarchar(40) COLLATE Latin1_General_100_BIN2</c>.</param>
/// <param name="IsRequired">Whether it is NOT NULL.</param>
/// <param name="HasDefault">Whether it has a default.</param>
/// <param name="IsIdentity">Whether the database numbers its rows.</param>
/// <param name="IsGenerated">Whether the database computes it, or counts versions in it.</param>
/// <param name="ComparesLoosely">Whether texts that are written differently may be equal.</param>
/// <param name="Length">How many characters or bytes it takes; -1: as many as one likes, or it is no text.</param>
internal sealed record SqlServerColumn(
    string Name, string Type, string Definition, bool IsRequired, bool HasDefault, bool IsIdentity, bool IsGenerated, bool ComparesLoosely, int Length);
