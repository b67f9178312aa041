using SyncGen.Relational.Filters;

namespace SyncGen.Relational.Migrations;

/// <summary>Carries over what is kept for a table that has another name now. May be repeated.</summary>
internal sealed class TrackingCopy(RelationalConnection connection)
{
    /// <param name="from">The names that it had.</param>
    /// <param name="to">The names that it has.</param>
    /// <param name="role">The store's role.</param>
    /// <param name="layout">What decides over the table, as it did before; null where nothing does, or where it is worked out anew.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask RunAsync(TableNames from, TableNames to, SyncRole role, FilterLayout? layout, CancellationToken cancellationToken)
    {
        var keys = string.Join(", ", from.Keys);
        // Entries that are there already were logged since; those of before come behind them, which makes no difference.
        await CopyAsync(from.Log, to.Log, "op, time, " + (connection.Dialect.IsSessionsEntry is null ? "" : "applied, ") + keys, isEmptied: false, cancellationToken);
        if (role == SyncRole.Leaf)
        {
            await CopyAsync(from.Edit, to.Edit, $"tick, {keys}, time, anchor", isEmptied: true, cancellationToken);
            await CopyAsync(from.Seen, to.Seen, keys, isEmptied: true, cancellationToken);
            return;
        }

        await CopyAsync(from.Track, to.Track, $"tick, {keys}, replica, version, base_replica, base_version, time, author, deleted", isEmptied: true, cancellationToken);
        if (layout is not null)
        {
            var values = string.Join(", ", Enumerable.Range(0, layout.Count).Select(i => "v" + i.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            await CopyAsync(from.Part, to.Part, $"{keys}, {values}, tick", isEmptied: true, cancellationToken);
            await CopyAsync(from.Move, to.Move, $"tick, {keys}, {values}, time", isEmptied: true, cancellationToken);
        }
    }

    private async ValueTask CopyAsync(string from, string to, string columns, bool isEmptied, CancellationToken cancellationToken)
    {
        if (!await connection.HasTableAsync(from, cancellationToken))
        {
            return;
        }

        var (source, target) = (connection.Dialect.Quote(from), connection.Dialect.Quote(to));
        if (isEmptied)
        {
            await connection.ExecuteAsync($"DELETE FROM {target}", cancellationToken);
        }

        await connection.ExecuteAsync($"INSERT INTO {target} ({columns}) SELECT {columns} FROM {source}", cancellationToken);
    }
}
