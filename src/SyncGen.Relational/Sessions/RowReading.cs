using System.Diagnostics.CodeAnalysis;
using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Statements;
using SyncGen.Versions;

namespace SyncGen.Relational.Sessions;

/// <summary>Reads rows that other programs wrote, and which may hold what the model does not allow.</summary>
internal static class RowReading
{
    /// <summary>Reads the row that a statement stands on, or the key of one that is gone; what cannot travel is noted.</summary>
    public static bool TryRead<TRow>(
        SyncTable<TRow> table,
        RelationalStatement statement,
        bool keyOnly,
        SyncVersion version,
        List<UnreadableRow> unreadable,
        [NotNullWhen(true)] out TRow? read)
        where TRow : class
    {
        string problem;
        try
        {
            read = keyOnly ? table.ReadKey(statement.Row) : table.Read(statement.Row);
            // A row that is gone is gone in whatever form its key was stored.
            if (keyOnly || statement.OddKey is not { } odd)
            {
                return true;
            }

            problem = odd;
        }
        catch (SyncException exception) when (exception.Code == SyncErrorCode.UnreadableValue)
        {
            problem = exception.Message;
        }

        read = null;
        unreadable.Add(new UnreadableRow(table.Name, KeyOf(table, statement.Row), version, problem));
        return false;
    }

    /// <summary>Reads the keys that a statement gives, but for those by which no row would be found.</summary>
    public static async ValueTask<List<TRow>> ReadKeysAsync<TRow>(
        SyncTable<TRow> table, RelationalStatement statement, CancellationToken cancellationToken)
        where TRow : class
    {
        var keys = new List<TRow>();
        try
        {
            while (await statement.ReadAsync(cancellationToken))
            {
                if (TryRead(table, statement, keyOnly: true, SyncVersion.None, [], out var key) && statement.OddKey is null)
                {
                    keys.Add(key);
                }
            }
        }
        finally
        {
            statement.Reset();
        }

        return keys;
    }

    /// <summary>
    /// Whether a key that is gone in one form is there in the form in which it is looked for. A program rewrote it, or wrote
    /// it twice: it is not deleted.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="table">The table.</param>
    /// <param name="statements">Its statements.</param>
    /// <param name="key">The key.</param>
    /// <param name="odd">What is wrong with the form that is gone; null: nothing.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static ValueTask<bool> IsThereAsync<TRow>(
        RelationalStore store, SyncTable<TRow> table, TableStatements statements, TRow key, string? odd, CancellationToken cancellationToken)
        where TRow : class
    {
        if (odd is null)
        {
            return new ValueTask<bool>(false);
        }

        var exists = store.Connection.Statement(statements.Rows.Exists, table);
        table.WriteKey(key, exists.Parameters);
        return RelationalStore.AnyAsync(exists, cancellationToken);
    }

    /// <summary>The key as JSON; empty if it is the key that cannot be read.</summary>
    public static string KeyOf<TRow>(SyncTable<TRow> table, RowReader row)
        where TRow : class
    {
        try
        {
            return RowJson.WriteKey(table, table.ReadKey(row));
        }
        catch (SyncException unreadable) when (unreadable.Code == SyncErrorCode.UnreadableValue)
        {
            return "";
        }
    }
}
