namespace SyncGen.CodeGeneration.Findings;

/// <summary>SYNC05xx: what databases can do.</summary>
internal static class DatabaseRules
{
    public static readonly Rule NoProvider = new(
        "SYNC0501",
        RuleSeverity.Info,
        "No provider is referenced",
        "The scope '{0}' has no store to open: reference a provider's package, such as SyncGen.Sqlite");

    public static readonly Rule ReservedName = new(
        "SYNC0502",
        RuleSeverity.Error,
        "Name is reserved or impossible",
        "The name '{1}' of '{0}' cannot be used: it is empty, holds a NUL or half a surrogate pair, or begins with 'sqlite_' or 'syncgen_'; choose another");

    public static readonly Rule SqliteColumnType = new(
        "SYNC0504",
        RuleSeverity.Error,
        "SQLite cannot read the column type",
        "SQLite cannot read the column type '{2}' of '{0}.{1}': in parentheses it takes numbers only, as in 'varchar(20)'; leave the type out, or change it");

    public static readonly Rule SchemaIgnored = new(
        "SYNC0503",
        RuleSeverity.Info,
        "SQLite has no schemas",
        "The table of '{0}' is in the schema '{1}', which SQLite does not have: there the table is named '{2}' alone");

    public static readonly Rule PostgreSqlName = new(
        "SYNC0505",
        RuleSeverity.Error,
        "PostgreSQL cannot use the name",
        "PostgreSQL cannot use the name '{1}' of '{0}': it is longer than 63 bytes of UTF-8, or one that PostgreSQL keeps for itself, such as 'xmin'; choose another");

    public static readonly Rule SqlServerName = new(
        "SYNC0506",
        RuleSeverity.Error,
        "SQL Server cannot use the name",
        "SQL Server cannot use the name '{1}' of '{0}': it is longer than 128 characters; choose another");
}
