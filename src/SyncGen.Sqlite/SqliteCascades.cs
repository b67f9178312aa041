using SyncGen.Model;

namespace SyncGen.Sqlite;

/// <summary>
/// Where a write of one table may lead: along the actions of foreign keys, and by triggers of the application, which may
/// write anything.
/// </summary>
internal sealed class SqliteCascades(IReadOnlyList<SqliteForeignKey> foreignKeys, IReadOnlySet<string> tablesWithTriggers)
{
    /// <summary>Whether triggers of the application hang on a table.</summary>
    public bool HasTriggers(string table) => tablesWithTriggers.Contains(table);

    /// <summary>Whether deleting a row of a table may change other rows of it.</summary>
    public bool DeletesReachItself(SyncTable table) =>
        Reaches(table.Name, foreignKeys.Where(key => key.ActsOnDelete && Is(key.Parent, table.Name)));

    /// <summary>Whether inserting a row of a table, or updating one without changing its key, may change other rows of it.</summary>
    public bool WritesReachItself(SyncTable table)
    {
        var key = table.Columns.Take(table.KeyLength).Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Reaches(table.Name, foreignKeys.Where(foreign =>
            foreign.ActsOnUpdate && Is(foreign.Parent, table.Name) && !key.IsSupersetOf(foreign.ParentColumns)));
    }

    private bool Reaches(string table, IEnumerable<SqliteForeignKey> first)
    {
        if (HasTriggers(table))
        {
            return true;
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Queue<string>(first.Select(key => key.Child));
        while (open.TryDequeue(out var reached))
        {
            if (Is(reached, table) || HasTriggers(reached))
            {
                return true;
            }

            if (seen.Add(reached))
            {
                foreach (var key in foreignKeys.Where(key => (key.ActsOnDelete || key.ActsOnUpdate) && Is(key.Parent, reached)))
                {
                    open.Enqueue(key.Child);
                }
            }
        }

        return false;
    }

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
