using System.Globalization;
using System.Text;
using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.MySql;

/// <summary>
/// Triggers that log what foreign keys will do to children when the columns of their parent change that they refer to: the server does
/// that, too, without setting off the children's own triggers. Where a table refers to itself so, it refuses the change.
/// </summary>
internal sealed class MySqlRekeys(SyncScope scope, IReadOnlyList<MySqlForeignKey> foreignKeys)
{
    private const string Nothing = "NULL";

    private static readonly MySqlDialect s_dialect = MySqlDialect.Instance;

    /// <summary>What the trigger of a table does before a row changes; null where nothing is to be done.</summary>
    public string? TriggerOf(SyncTable table)
    {
        var inserts = new StringBuilder();
        Follow(table, path =>
        {
            if (path[^1].ForeignKey.ChildIn(scope) is { } child)
            {
                // Looked at first: a change of other columns reads no child, and locks none.
                inserts.Append($"IF NOT ({IsSame(path[0].Key)}) THEN\n{Inserts(child, path)}END IF;\n");
            }
        });
        return inserts.Length == 0 ? null : $"BEGIN\n{inserts}END";
    }

    /// <summary>The tables of the scope whose rows change when columns do that are referred to in a table.</summary>
    public IReadOnlyCollection<SyncTable> ChildrenOf(SyncTable table)
    {
        var children = new HashSet<SyncTable>();
        Follow(table, path =>
        {
            if (path[^1].ForeignKey.ChildIn(scope) is { } child)
            {
                children.Add(child);
            }
        });
        return children;
    }

    private void Follow(SyncTable table, Action<IReadOnlyList<Step>> visit) => Follow((table.Schema, table.Name), [], null, visit);

    /// <summary>Walks along the foreign keys that act on what has changed, each at most once in a path.</summary>
    /// <param name="parent">Where the walk stands.</param>
    /// <param name="path">The steps to there.</param>
    /// <param name="changed">What changes there, and to what; null: any column may, by the statement itself.</param>
    /// <param name="visit">Is called at each step.</param>
    private void Follow((string? Schema, string Name) parent, List<Step> path, IReadOnlyDictionary<string, string>? changed, Action<IReadOnlyList<Step>> visit)
    {
        foreach (var next in foreignKeys.Where(key => key.Key.ActsOnUpdate && (key.Key.ParentSchema, key.Key.Parent) == parent))
        {
            var isOwn = (next.Key.ChildSchema, next.Key.Child) == parent;
            if (isOwn || path.Exists(step => step.Key == next.Key) || changed is not null && !next.Key.ParentColumns.Any(changed.ContainsKey))
            {
                continue;
            }

            var values = next.Key.Columns.Zip(next.Key.ParentColumns)
                .Where(pair => changed is null || changed.ContainsKey(pair.Second))
                .ToDictionary(pair => pair.First, pair => !next.KeepsChildren ? Nothing : changed is null ? "NEW." + s_dialect.Quote(pair.Second) : changed[pair.Second], StringComparer.OrdinalIgnoreCase);
            path.Add(new Step(next, values));
            visit(path);
            Follow((next.Key.ChildSchema, next.Key.Child), path, values, visit);
            path.RemoveAt(path.Count - 1);
        }
    }

    private static string IsSame(ForeignKey key) =>
        string.Join(" AND ", key.ParentColumns.Select(column => $"OLD.{s_dialect.Quote(column)} <=> NEW.{s_dialect.Quote(column)}"));

    private string Inserts(SyncTable child, IReadOnlyList<Step> path)
    {
        var last = "s" + path.Count.ToString(CultureInfo.InvariantCulture);
        var keys = child.Columns.Take(child.KeyLength).Select(column => column.Name).ToList();
        var before = keys.Select(key => $"{last}.{s_dialect.Quote(key)}").ToList();
        var after = keys.Select((key, i) => path[^1].Values.GetValueOrDefault(key) ?? before[i]).ToList();
        return after.SequenceEqual(before)
            ? Insert(child, path, keys, 2, after)
            : Insert(child, path, keys, 3, before) + Insert(child, path, keys, 2, after);
    }

    private string Insert(SyncTable child, IReadOnlyList<Step> path, List<string> keys, int op, List<string> values)
    {
        var text = new StringBuilder(MySqlCascades.InsertInto(scope, child)).Append("\nWITH ");
        for (var i = 0; i < path.Count; i++)
        {
            text.Append(i == 0 ? "" : ",\n").Append(Rows(path, i, i == path.Count - 1 ? keys : []));
        }

        return text.Append(CultureInfo.InvariantCulture, $"\nSELECT {op}, {MySqlCascades.Moment}, {string.Join(", ", values)} FROM s{path.Count};\n").ToString();
    }

    /// <summary>The rows that a step of a path reaches, as they are before.</summary>
    private static string Rows(IReadOnlyList<Step> path, int step, IReadOnlyList<string> keys)
    {
        var key = path[step].Key;
        var needed = new SortedSet<string>(keys.Concat(step + 1 < path.Count ? path[step + 1].Key.ParentColumns : []), StringComparer.OrdinalIgnoreCase);
        var from = $"SELECT {string.Join(", ", needed.Select(column => "c." + s_dialect.Quote(column)))} FROM {s_dialect.QualifiedName(key.ChildSchema, key.Child)} AS c";
        var name = string.Create(CultureInfo.InvariantCulture, $"s{step + 1}");
        var before = string.Create(CultureInfo.InvariantCulture, $"s{step}");
        return step == 0
            ? $"{name} AS ({from} WHERE {MySqlCascades.Same(key, "c", "OLD")})"
            : $"{name} AS ({from} JOIN {before} ON {MySqlCascades.Same(key, "c", before)})";
    }

    /// <summary>A step of a path: a foreign key, and which of the child's columns change to what.</summary>
    private sealed record Step(MySqlForeignKey ForeignKey, IReadOnlyDictionary<string, string> Values)
    {
        public ForeignKey Key => ForeignKey.Key;
    }
}
