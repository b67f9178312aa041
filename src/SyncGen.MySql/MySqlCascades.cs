using System.Globalization;
using System.Text;
using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.MySql;

/// <summary>
/// Triggers that log what foreign keys will do to children when their parent is deleted: the server does that without
/// setting off the children's own triggers.
/// </summary>
internal sealed class MySqlCascades(SyncScope scope, IReadOnlyList<MySqlForeignKey> foreignKeys)
{
    /// <summary>The values of <c>time</c> and <c>applied</c>.</summary>
    public const string Moment = "timestampdiff(MICROSECOND, '1970-01-01', utc_timestamp(6)), @syncgen_applying IS NOT NULL";

    private static readonly MySqlDialect s_dialect = MySqlDialect.Instance;

    /// <summary>What the trigger of a table does before a row goes; null where nothing is to be done.</summary>
    public string? TriggerOf(SyncTable table)
    {
        var inserts = new List<string>();
        Follow((table.Schema, table.Name), [], path =>
        {
            if (path[^1].ChildIn(scope) is { } child)
            {
                inserts.Add(Insert(table, child, path));
            }
        });
        return inserts.Count == 0 ? null : $"BEGIN\n{string.Concat(inserts)}END";
    }

    /// <summary>The tables of the scope whose rows change or go when a row of a table does.</summary>
    public IReadOnlyCollection<SyncTable> ChildrenOf(SyncTable table)
    {
        var children = new HashSet<SyncTable>();
        Follow((table.Schema, table.Name), [], path =>
        {
            if (path[^1].ChildIn(scope) is { } child)
            {
                children.Add(child);
            }
        });
        return children;
    }

    /// <summary>Walks along the foreign keys that act, each at most once in a path.</summary>
    private void Follow((string? Schema, string Name) parent, List<MySqlForeignKey> path, Action<List<MySqlForeignKey>> visit)
    {
        foreach (var next in foreignKeys.Where(key => key.Key.ActsOnDelete && (key.Key.ParentSchema, key.Key.Parent) == parent && !path.Contains(key)))
        {
            // From a table that refers to itself one gets back to it all the same: see Rows.
            if (path.Count > 0 && IsRecursive(next))
            {
                continue;
            }

            path.Add(next);
            visit(path);
            if (next.DeletesChildren)
            {
                Follow((next.Key.ChildSchema, next.Key.Child), path, visit);
            }

            path.RemoveAt(path.Count - 1);
        }
    }

    private static bool IsRecursive(MySqlForeignKey key) =>
        key.DeletesChildren && key.Key.Child == key.Key.Parent && key.Key.ChildSchema == key.Key.ParentSchema;

    private string Insert(SyncTable table, SyncTable child, List<MySqlForeignKey> path)
    {
        var columns = child.Columns.Take(child.KeyLength).Select(column => s_dialect.Quote(column.Name)).ToList();
        var last = "s" + path.Count.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        text.Append(InsertInto(scope, child)).Append("\nWITH RECURSIVE ");
        for (var i = 0; i < path.Count; i++)
        {
            text.Append(i == 0 ? "" : ",\n").Append(Rows(path, i, i == path.Count - 1 ? child : null));
        }

        var op = path[^1].DeletesChildren ? 3 : 2;
        text.Append(CultureInfo.InvariantCulture, $"\nSELECT {op}, {Moment}, {string.Join(", ", columns.Select(column => $"{last}.{column}"))} FROM {last}");
        if (table == child)
        {
            // The row itself is its own trigger's matter.
            text.Append(CultureInfo.InvariantCulture, $" WHERE NOT ({string.Join(" AND ", columns.Select(column => $"{last}.{column} <=> OLD.{column}"))})");
        }

        return text.Append(";\n").ToString();
    }

    /// <summary>The rows that a step of a path reaches, and those that they reach within their own table.</summary>
    private string Rows(List<MySqlForeignKey> path, int step, SyncTable? last)
    {
        var key = path[step].Key;
        var own = IsRecursive(path[step])
            ? path[step]
            : path[step].DeletesChildren
                ? foreignKeys.FirstOrDefault(other => IsRecursive(other) && other.Key.Child == key.Child && other.Key.ChildSchema == key.ChildSchema)
                : null;
        var needed = new SortedSet<string>(StringComparer.Ordinal);
        needed.UnionWith(own?.Key.ParentColumns ?? []);
        needed.UnionWith(step + 1 < path.Count ? path[step + 1].Key.ParentColumns : []);
        needed.UnionWith(last?.Columns.Take(last.KeyLength).Select(column => column.Name) ?? []);
        var name = "s" + (step + 1).ToString(CultureInfo.InvariantCulture);
        var before = "s" + step.ToString(CultureInfo.InvariantCulture);
        var from = $"SELECT {string.Join(", ", needed.Select(column => "c." + s_dialect.Quote(column)))} FROM {s_dialect.QualifiedName(key.ChildSchema, key.Child)} AS c";
        var first = step == 0
            ? $"{from} WHERE {Same(key, "c", "OLD")}"
            : $"{from} JOIN {before} ON {Same(key, "c", before)}";
        var more = own is null ? "" : $" UNION {from} JOIN {name} ON {Same(own.Key, "c", name)}";
        return $"{name} AS ({first}{more})";
    }

    /// <summary>The beginning of a statement that logs rows of a table: op, time, applied, key.</summary>
    public static string InsertInto(SyncScope scope, SyncTable child)
    {
        var names = new TableNames(scope.Name, child, s_dialect);
        return $"INSERT INTO {s_dialect.Quote(names.Log)} (op, time, applied, {string.Join(", ", names.Keys)})";
    }

    /// <summary><c>child.fk = parent.key</c>.</summary>
    public static string Same(ForeignKey key, string child, string parent) =>
        string.Join(" AND ", key.Columns.Zip(key.ParentColumns, (own, other) => $"{child}.{s_dialect.Quote(own)} = {parent}.{s_dialect.Quote(other)}"));
}
