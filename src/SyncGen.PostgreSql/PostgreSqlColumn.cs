namespace SyncGen.PostgreSql;

/// <summary>A column as the database has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, such as <c>character varying(40)</c>.</param>
/// <param name="IsRequired">Whether it is NOT NULL.</param>
/// <param name="HasDefault">Whether it has a default, or is numbered by the database.</param>
/// <param name="IsGenerated">Whether the database computes it.</param>
/// <param name="IsNumberedAlways">Whether the database numbers its rows and takes no number but its own unless it is overruled.</param>
/// <param name="ComparesLoosely">Whether values that are written differently may be equal.</param>
internal sealed record PostgreSqlColumn(
    string Name, string Type, bool IsRequired, bool HasDefault, bool IsGenerated, bool IsNumberedAlways, bool ComparesLoosely);
