using SyncGen.Model;

namespace SyncGen.Relational.Migrations;

/// <summary>
/// Writes a table's rows that wait in quarantine anew, with the columns of the present model. A leaf's edit goes on lacking those that are new, and gets them
/// of the store's own row when it is let in; a peer's row has a version that stands for one content, and they are null or empty in it, as where it came from.
/// </summary>
internal sealed class WaitingRows(RelationalConnection connection, SyncScope scope, TableMigration plan, CancellationToken cancellationToken) : ISyncTableVisitor<ValueTask>
{
    private readonly string _name = connection.Dialect.Quote(new ScopeNames(scope.Name, connection.Dialect).Quarantine);
    private readonly string _row = connection.Dialect.Quote("row");

    public async ValueTask Visit<TRow>(SyncTable<TRow> table)
        where TRow : class
    {
        if (plan.Former is null)
        {
            return;
        }

        foreach (var (id, key, row, isDeleted, isEdit) in await ReadAsync(table))
        {
            var update = connection.Statement($"UPDATE {_name} SET row_key = {P(0)}, {_row} = {P(1)} WHERE id = {P(2)}");
            update.Parameters.SetString(0, RowJson.WriteKey(table, RowJson.ReadFormerKey(table, key)));
            update.Parameters.SetString(1, isDeleted
                ? RowJson.WriteKey(table, RowJson.ReadFormerKey(table, row))
                : isEdit ? RowJson.Renew(table, row) : RowJson.Write(table, RowJson.ReadFormer(table, row)));
            update.Parameters.SetInt64(2, id);
            await update.RunAsync(cancellationToken);
        }
    }

    private async ValueTask<List<(long Id, string Key, string Row, bool IsDeleted, bool IsEdit)>> ReadAsync(SyncTable table)
    {
        var rows = new List<(long, string, string, bool, bool)>();
        var read = connection.Statement($"SELECT id, row_key, {_row}, deleted, leaf FROM {_name} WHERE table_name = {P(0)}");
        read.Parameters.SetString(0, table.Name);
        while (await read.ReadAsync(cancellationToken))
        {
            rows.Add((read.Row.GetInt64(0), read.Row.GetString(1), read.Row.GetString(2), read.Row.GetInt32(3) != 0, !read.Row.IsNull(4)));
        }

        read.Reset();
        return rows;
    }

    private string P(int ordinal) => connection.Dialect.Parameter(ordinal);
}
