using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Servers;

namespace SyncGen.MySql;

/// <summary>
/// Foreign keys of tables that refer to each other, or to themselves, checked when the rows of a batch are in: the server
/// knows no such checks. A row that it refuses is written without its check, and looked at before the batch is
/// committed. That look locks the parents, as the server's own check does, so that nobody deletes them meanwhile.
/// </summary>
internal sealed class MySqlLateChecks(MySqlStoreConnection connection)
{
    private readonly Dictionary<string, string[]> _checks = new(StringComparer.Ordinal);
    private readonly List<(SyncTable Table, FieldValue[] Key)> _written = [];

    /// <summary>Notes how a table is checked, if it can be left for later.</summary>
    /// <param name="table">The table.</param>
    /// <param name="foreignKeys">All foreign keys of the database.</param>
    public void Learn(SyncTable table, IReadOnlyList<ForeignKey> foreignKeys)
    {
        var name = (table.Schema, table.Name);
        var references = foreignKeys.Where(key => (key.ParentSchema, key.Parent) == name).ToList();
        var columns = table.Columns.Take(table.KeyLength).Select(column => column.Name).ToList();
        // Of a row that is changed or gone no more is known than its key.
        var isCovered = IsInCycle(name, foreignKeys) && references.TrueForAll(key => columns.Count == key.ParentColumns.Count && columns.ToHashSet().SetEquals(key.ParentColumns));
        _checks[MySqlDialect.Instance.QualifiedName(table)] = isCovered
            ? [.. foreignKeys.Where(key => (key.ChildSchema, key.Child) == name).Select(key => LacksParent(table, key)), .. references.Select(key => IsMissed(columns, key))]
            : [];
    }

    /// <summary>Whether a row of a table may be written first and checked later.</summary>
    public bool Covers(SyncTable table) => _checks.GetValueOrDefault(MySqlDialect.Instance.QualifiedName(table)) is { Length: > 0 };

    /// <summary>Notes that a row was written, or deleted, without its check.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="values">The row's values, or those of its key.</param>
    public void Add(SyncTable table, FieldValue[] values) => _written.Add((table, values[..table.KeyLength]));

    /// <summary>Lets go of what was written, when the transaction ends.</summary>
    public void Clear() => _written.Clear();

    /// <summary>Whether a row that was written without its check lacks a parent, or is missed by others.</summary>
    public async ValueTask<bool> FailAsync(CancellationToken cancellationToken)
    {
        foreach (var (table, key) in _written)
        {
            foreach (var check in _checks[MySqlDialect.Instance.QualifiedName(table)])
            {
                var statement = (MySqlStatement)connection.Statement(check);
                key.AsSpan(0, Math.Min(key.Length, statement.Arguments.Length)).CopyTo(statement.Arguments);
                var fails = await statement.ReadAsync(cancellationToken);
                statement.Reset();
                if (fails)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsInCycle((string? Schema, string Name) table, IReadOnlyList<ForeignKey> foreignKeys)
    {
        var seen = new HashSet<(string?, string)>();
        var open = new Queue<(string? Schema, string Name)>([table]);
        while (open.TryDequeue(out var child))
        {
            foreach (var parent in foreignKeys.Where(key => (key.ChildSchema, key.Child) == child).Select(key => (key.ParentSchema, key.Parent)))
            {
                if (parent == table)
                {
                    return true;
                }

                if (seen.Add(parent))
                {
                    open.Enqueue(parent);
                }
            }
        }

        return false;
    }

    private static string LacksParent(SyncTable table, ForeignKey key)
    {
        var dialect = MySqlDialect.Instance;
        var byKey = table.Columns.Take(table.KeyLength).Select((column, i) => $"c.{dialect.Quote(column.Name)} = {dialect.Parameter(i)}");
        var isSet = key.Columns.Select(column => $"c.{dialect.Quote(column)} IS NOT NULL");
        return $"SELECT 1 FROM {Join(key)} WHERE {string.Join(" AND ", byKey.Concat(isSet))} AND p.{dialect.Quote(key.ParentColumns[0])} IS NULL LIMIT 1 LOCK IN SHARE MODE";
    }

    private static string IsMissed(List<string> keyColumns, ForeignKey key)
    {
        var dialect = MySqlDialect.Instance;
        var refers = key.Columns.Select((column, i) => $"c.{dialect.Quote(column)} = {dialect.Parameter(keyColumns.IndexOf(key.ParentColumns[i]))}");
        return $"SELECT 1 FROM {Join(key)} WHERE {string.Join(" AND ", refers)} AND p.{dialect.Quote(key.ParentColumns[0])} IS NULL LIMIT 1 LOCK IN SHARE MODE";
    }

    private static string Join(ForeignKey key)
    {
        var dialect = MySqlDialect.Instance;
        var same = key.Columns.Select((column, i) => $"p.{dialect.Quote(key.ParentColumns[i])} = c.{dialect.Quote(column)}");
        return $"{dialect.QualifiedName(key.ChildSchema, key.Child)} AS c LEFT JOIN {dialect.QualifiedName(key.ParentSchema, key.Parent)} AS p ON {string.Join(" AND ", same)}";
    }
}
