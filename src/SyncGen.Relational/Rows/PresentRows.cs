using SyncGen.Model;

namespace SyncGen.Relational.Rows;

/// <summary>Looks up the rows of many keys at once.</summary>
internal sealed class PresentRows<TRow>(RelationalStore store, SyncTable<TRow> table, RowSet<TRow> set)
    where TRow : class
{
    /// <summary>The rows of the keys that were locked last, null for those that are not there; null where they are to be looked up one by one.</summary>
    public async ValueTask<TRow?[]?> FindAsync(int count, CancellationToken cancellationToken)
    {
        if (!set.IsFor(count) || set.SelectLocked is not { } sql)
        {
            return null;
        }

        var found = new TRow?[count];
        var statement = store.Connection.Statement(sql, table);
        try
        {
            while (await statement.ReadAsync(cancellationToken))
            {
                found[statement.Row.GetInt32(table.Columns.Count)] = table.Read(statement.Row);
            }

            return found;
        }
        catch (SyncException unreadable) when (unreadable.Code == SyncErrorCode.UnreadableValue)
        {
            // Which of them it is shows when each is read.
            return null;
        }
        finally
        {
            statement.Reset();
        }
    }
}
