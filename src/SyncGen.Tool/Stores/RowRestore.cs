using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Statements;

namespace SyncGen.Tool.Stores;

/// <summary>Writes one row, or deletes it, whether it is there or not.</summary>
internal sealed class RowRestore(RelationalConnection connection, RestoredRow restored, CancellationToken cancellationToken) : ISyncTableVisitor<ValueTask<WriteOutcome>>
{
    /// <inheritdoc/>
    public async ValueTask<WriteOutcome> Visit<TRow>(SyncTable<TRow> table)
        where TRow : class
    {
        var sql = new TableSql(table, connection.Dialect, await connection.TraitsOfAsync(table, cancellationToken));
        var key = RowJson.ReadFormerKey(table, restored.Key);
        if (restored.Row is null)
        {
            return await WriteAsync(table, sql.Delete, statement => table.WriteKey(key, statement.Parameters));
        }

        var row = RowJson.ReadFormer(table, restored.Row);
        if (!await IsThereAsync(table, sql, key))
        {
            return await WriteAsync(table, sql.Insert, statement => table.Write(row, statement.Parameters));
        }

        return sql.Update is null ? new WriteOutcome(0) : await WriteAsync(table, sql.Update, statement => table.Write(row, statement.Parameters));
    }

    private async ValueTask<bool> IsThereAsync<TRow>(SyncTable<TRow> table, TableSql sql, TRow key)
        where TRow : class
    {
        var exists = connection.Statement(sql.Exists, table);
        table.WriteKey(key, exists.Parameters);
        return await RelationalStore.AnyAsync(exists, cancellationToken);
    }

    private ValueTask<WriteOutcome> WriteAsync(SyncTable table, string sql, Action<RelationalStatement> bind)
    {
        var statement = connection.Statement(sql, table);
        bind(statement);
        return statement.WriteAsync(cancellationToken);
    }
}
