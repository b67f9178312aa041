using SyncGen.Model;

namespace SyncGen.Relational;

/// <summary>
/// Where a write of one table may lead: along the actions of foreign keys, and by triggers of the application, which may
/// write anything. Immutable and thread-safe.
/// </summary>
/// <param name="foreignKeys">All foreign keys of the database.</param>
/// <param name="tablesWithTriggers">The tables that triggers of the application hang on.</param>
/// <param name="names">How the database compares names.</param>
public sealed class CascadeGraph(
    IReadOnlyList<ForeignKey> foreignKeys, IReadOnlyList<(string? Schema, string Table)> tablesWithTriggers, StringComparer names)
{
    /// <summary>Whether triggers of the application hang on a table.</summary>
    public bool HasTriggers(string? schema, string table) => tablesWithTriggers.Any(other => Is(other, (schema, table)));

    /// <summary>The foreign keys of a table.</summary>
    public IEnumerable<ForeignKey> KeysOf(string? schema, string table) =>
        foreignKeys.Where(key => Is((key.ChildSchema, key.Child), (schema, table)));

    /// <summary>The foreign keys that refer to a table.</summary>
    public IEnumerable<ForeignKey> ReferencesTo(string? schema, string table) =>
        foreignKeys.Where(key => Is((key.ParentSchema, key.Parent), (schema, table)));

    /// <summary>Whether deleting a row of a table may change other rows of it.</summary>
    public bool DeletesReachItself(string? schema, string table) =>
        Reaches((schema, table), ReferencesTo(schema, table).Where(key => key.ActsOnDelete));

    /// <summary>Whether inserting a row of a table, or updating one without changing its key, may change other rows of it.</summary>
    public bool WritesReachItself(string? schema, string table, IEnumerable<SyncColumn> key)
    {
        var fixedColumns = key.Select(column => column.Name).ToHashSet(names);
        return Reaches((schema, table), ReferencesTo(schema, table)
            .Where(foreign => foreign.ActsOnUpdate && !fixedColumns.IsSupersetOf(foreign.ParentColumns)));
    }

    private bool Reaches((string? Schema, string Name) table, IEnumerable<ForeignKey> first)
    {
        if (HasTriggers(table.Schema, table.Name))
        {
            return true;
        }

        var seen = new List<(string?, string)>();
        var open = new Queue<(string? Schema, string Name)>(first.Select(key => (key.ChildSchema, key.Child)));
        while (open.TryDequeue(out var reached))
        {
            if (Is(reached, table) || HasTriggers(reached.Schema, reached.Name))
            {
                return true;
            }

            if (!seen.Exists(other => Is(other, reached)))
            {
                seen.Add(reached);
                foreach (var key in ReferencesTo(reached.Schema, reached.Name).Where(key => key.ActsOnDelete || key.ActsOnUpdate))
                {
                    open.Enqueue((key.ChildSchema, key.Child));
                }
            }
        }

        return false;
    }

    private bool Is((string? Schema, string Name) table, (string? Schema, string Name) other) =>
        names.Equals(table.Name, other.Name) && names.Equals(table.Schema, other.Schema);
}
