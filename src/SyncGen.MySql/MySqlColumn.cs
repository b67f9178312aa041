namespace SyncGen.MySql;

/// <summary>A column as the database has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, such as <c>varchar</c>.</param>
/// <param name="IsRequired">Whether it is NOT NULL.</param>
/// <param name="HasDefault">Whether it has a default, or is numbered by the database.</param>
/// <param name="IsGenerated">Whether the database computes it.</param>
/// <param name="Definition">The whole of its type, such as <c>varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin</c>.</param>
/// <param name="ComparesLoosely">Whether texts that are written differently may be equal.</param>
internal sealed record MySqlColumn(string Name, string Type, bool IsRequired, bool HasDefault, bool IsGenerated, string Definition, bool ComparesLoosely);
