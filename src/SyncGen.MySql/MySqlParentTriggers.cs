using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.MySql;

/// <summary>The triggers of parents: what foreign keys do to children, the server does without setting off the children's own.</summary>
internal sealed class MySqlParentTriggers(MySqlStoreConnection connection, SyncScope scope)
{
    private const string Cascade = "cascade";
    private const string Rekey = "rekey";

    /// <summary>The parts that a table may have, by which they are named.</summary>
    public static IReadOnlyList<string> Parts { get; } = [Cascade, Rekey];

    /// <summary>Those that do not say what foreign keys do now.</summary>
    public async ValueTask<IReadOnlyList<MySqlParentTrigger>> FindStaleAsync(CancellationToken cancellationToken)
    {
        var foreignKeys = await connection.Schema.ForeignKeysAsync(cancellationToken);
        var cascades = new MySqlCascades(scope, foreignKeys);
        var rekeys = new MySqlRekeys(scope, foreignKeys);
        var stale = new List<MySqlParentTrigger>();
        foreach (var tables in scope.Tables.GroupBy(table => table.Schema))
        {
            var present = await connection.Schema.ActionsWithPrefixAsync(tables.Key, $"syncgen_{scope.Name}_", cancellationToken);
            foreach (var table in tables)
            {
                Check(table, Cascade, "DELETE", cascades.TriggerOf(table), () => cascades.ChildrenOf(table));
                Check(table, Rekey, "UPDATE", rekeys.TriggerOf(table), () => rekeys.ChildrenOf(table));
            }

            void Check(SyncTable table, string part, string cause, string? body, Func<IReadOnlyCollection<SyncTable>> children)
            {
                var name = new TableNames(scope.Name, table, connection.Dialect).Of(part);
                if (!string.Equals(present.GetValueOrDefault(name), body, StringComparison.Ordinal))
                {
                    var quoted = connection.Dialect.QualifiedName(table.Schema, name);
                    var create = body is null ? null : $"CREATE TRIGGER {quoted} BEFORE {cause} ON {connection.Dialect.QualifiedName(table)} FOR EACH ROW {body}";
                    stale.Add(new MySqlParentTrigger(table, quoted, create, children()));
                }
            }
        }

        return stale;
    }
}
