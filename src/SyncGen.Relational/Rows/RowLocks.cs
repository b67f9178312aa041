using SyncGen.Model;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Rows;

/// <summary>Locks rows before a batch is applied to them, where other programs may write meanwhile.</summary>
internal sealed class RowLocks<TRow>(RelationalStore store, SyncTable<TRow> table, TableStatements statements)
    where TRow : class
{
    private RelationalStatement? _lock;

    /// <summary>Locks the rows of these keys that are there, in this order, for as long as the transaction lasts.</summary>
    public async ValueTask TakeAsync(IEnumerable<TRow> keys, CancellationToken cancellationToken)
    {
        if (statements.Rows.Lock is not { } sql)
        {
            return;
        }

        _lock ??= store.Connection.Statement(sql, table);
        foreach (var key in keys)
        {
            table.WriteKey(key, _lock.Parameters);
            await RelationalStore.AnyAsync(_lock, cancellationToken);
        }
    }
}
