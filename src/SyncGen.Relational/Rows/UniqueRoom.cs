using SyncGen.Model;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Rows;

/// <summary>Makes rows give up their unique values for a moment, so that others can take them.</summary>
internal sealed class UniqueRoom<TRow>(RelationalStore store, SyncTable<TRow> table, TableStatements statements, BaseRows<TRow> rows)
    where TRow : class
{
    /// <summary>
    /// Makes rows that have a row's unique values give them up, where they may; answers their keys as JSON. They must be
    /// written after that, in the same transaction.
    /// </summary>
    public async ValueTask<List<string>> MakeAsync(TRow row, Func<string, bool> mayGiveUp, CancellationToken cancellationToken)
    {
        var made = new List<string>();
        foreach (var unique in statements.Uniques)
        {
            foreach (var holder in await HoldersAsync(unique, row, cancellationToken))
            {
                var key = RowJson.WriteKey(table, holder);
                if (mayGiveUp(key) && await ParkAsync(unique, holder, cancellationToken))
                {
                    made.Add(key);
                }
            }
        }

        return made;
    }

    private async ValueTask<List<TRow>> HoldersAsync(UniqueSql unique, TRow row, CancellationToken cancellationToken)
    {
        var statement = store.Connection.Statement(unique.Holders, table);
        return rows.TryBind(statement, row) is null ? await RowReading.ReadKeysAsync(table, statement, cancellationToken) : [];
    }

    private async ValueTask<bool> ParkAsync(UniqueSql unique, TRow holder, CancellationToken cancellationToken)
    {
        foreach (var sql in unique.Park)
        {
            await rows.HushAsync(holder, statements.Traits.WritesReachItself, cancellationToken);
            var park = store.Connection.Statement(sql, table);
            table.WriteKey(holder, park.Parameters);
            var outcome = await park.WriteAsync(cancellationToken);
            if (outcome is { IsRefused: false, Changed: > 0 })
            {
                await rows.ForgetAsync(holder, statements.Traits.WritesReachItself, cancellationToken);
                return true;
            }
        }

        return false;
    }
}
