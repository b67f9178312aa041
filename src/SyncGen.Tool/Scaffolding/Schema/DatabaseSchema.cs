using SyncGen.CodeGeneration.Model;

namespace SyncGen.Tool.Scaffolding.Schema;

/// <summary>The tables of a live database: neither views, nor what belongs to the system or to SyncGen.</summary>
/// <param name="Database">The kind of database.</param>
/// <param name="Tables">The tables: those of the login's own schema first, each schema's by name.</param>
internal sealed record DatabaseSchema(Databases Database, IReadOnlyList<TableSchema> Tables)
{
    /// <summary>The schema that tables without one are in; null where the database has no schemas.</summary>
    public string? DefaultSchema { get; init; }

    /// <summary>Finds a table by its name, if need be in another case.</summary>
    public TableSchema? Find(TableName name)
    {
        // SQLite has no schemas: there a table goes by its name alone.
        var wanted = Database == Databases.Sqlite || name.Schema == DefaultSchema ? name with { Schema = null } : name;
        return Tables.FirstOrDefault(table => table.Name == wanted)
            ?? Tables.FirstOrDefault(table => Is(table.Name.Name, wanted.Name) && Is(table.Name.Schema, wanted.Schema));
    }

    private static bool Is(string? name, string? other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
