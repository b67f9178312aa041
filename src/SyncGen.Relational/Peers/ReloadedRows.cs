using SyncGen.Model;
using SyncGen.Relational.Quarantine;
using SyncGen.Relational.Rows;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.Statements;
using SyncGen.Versions;

namespace SyncGen.Relational.Peers;

/// <summary>The rows of a table while a peer starts again: those that it has come across, and the others.</summary>
internal sealed class ReloadedRows<TRow>(RelationalStore store, SyncTable<TRow> table, TableStatements statements, PeerRows<TRow> rows)
    where TRow : class
{
    /// <summary>Gives a row that a reload has come across a tick above that at which the reload began, if it has none.</summary>
    public async ValueTask SeeAsync(TRow key, long began, CancellationToken cancellationToken)
    {
        var local = await rows.Tracked.FindAsync(key, cancellationToken);
        if (local.Exists && local.Tick <= began)
        {
            await rows.Tracked.WriteAsync(key, local, new RowVersion(local.Version, local.Base, local.Time, local.IsDeleted), cancellationToken);
        }
    }

    /// <summary>Removes the rows that a reload has not seen, though its source knows them, unless this store wrote them itself since.</summary>
    public async ValueTask RemoveUnseenAsync(long began, Knowledge source, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var keptBy = statements.KeptBy(store.Scope);
        foreach (var (key, local) in await UnseenAsync(began, cancellationToken))
        {
            if (!source.Covers(local.Version))
            {
                // From a third store, perhaps: it flows on from here.
                await SeeAsync(key, began, cancellationToken);
                continue;
            }

            if (await store.AnyAsync(keptBy, table, key, cancellationToken))
            {
                // A child that nobody knows yet stays until it has gone up, and so does its parent: as one that left the part.
                await HoldAsync(key, attempt, cancellationToken);
                continue;
            }

            await rows.Base.DeleteAsync(key, isPartial: false, cancellationToken);
            if (local.IsTracked)
            {
                await rows.Tracked.RemoveAsync(local.Tick, cancellationToken);
            }

            attempt.CountsOf(table.Name).Deleted++;
        }
    }

    private async ValueTask HoldAsync(TRow key, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var refusal = new WriteOutcome(0, SyncErrorCode.ForeignKeyViolated, "Other rows still refer to this row.");
        var json = RowJson.WriteKey(table, key);
        await store.Quarantine.AddAsync(new QuarantinedRow
        {
            Table = table.Name,
            Key = json,
            Row = json,
            IsDeleted = true,
            Version = SyncVersion.None,
            Time = 0,
            Code = refusal.Refusal,
            Error = refusal.Reason!,
        }, cancellationToken);
        attempt.Quarantined(table.Name, json, refusal);
    }

    private async ValueTask<List<(TRow Key, LocalRow Local)>> UnseenAsync(long began, CancellationToken cancellationToken)
    {
        var found = new List<(TRow Key, LocalRow Local)>();
        var statement = store.Connection.Stream(statements.Peer.Unseen, table);
        statement.Parameters.SetInt64(0, began);
        statement.Parameters.SetInt32(1, store.State.Self);
        try
        {
            while (await statement.ReadAsync(cancellationToken))
            {
                if (RowReading.TryRead(table, statement, keyOnly: true, SyncVersion.None, [], out var key) && statement.OddKey is null)
                {
                    var local = statement.Row.IsNull(table.KeyLength)
                        ? await rows.Tracked.UntrackedAsync(cancellationToken)
                        : await TrackFields.Read(statement.Row, table.KeyLength).ToLocalRowAsync(store, cancellationToken);
                    found.Add((key, local));
                }
            }
        }
        finally
        {
            statement.Reset();
        }

        return found;
    }
}
