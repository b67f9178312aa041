using SyncGen.Providers;

namespace SyncGen.Relational.Peers;

/// <summary>Who a peer is to its partners: what it heard of them, and how it becomes somebody else.</summary>
internal sealed class PeerIdentity(RelationalStore store, IReadOnlyList<PeerTable> tables, PeerFolder folder)
{
    /// <summary>How often a partner that says nothing new is noted to be alive, in microseconds: often enough for retention times of days.</summary>
    private const long AliveMicroseconds = 3_600_000_000;

    public async ValueTask<bool> HearAsync(PeerState partner, CancellationToken cancellationToken)
    {
        var heard = partner.Knowledge.ToBytes();
        var now = store.Settings.Environment.NowMicroseconds;
        await store.ReadStateAsync(cancellationToken);
        if (await store.Replicas.ReadAsync(partner.Replica, cancellationToken) is { } row)
        {
            if (row.IsExpelled || now - row.HeardTime < AliveMicroseconds && heard.AsSpan().SequenceEqual(row.Heard))
            {
                return row.IsExpelled;
            }
        }

        return await WriteAsync(async () =>
        {
            var number = await store.Replicas.NumberOfAsync(partner.Replica, cancellationToken);
            await store.Partners.SetHeardAsync(number, heard, now, expelled: false, cancellationToken);
            return false;
        }, cancellationToken);
    }

    public ValueTask<bool> ResetAsync(long partnerKnows, CancellationToken cancellationToken) => WriteAsync(async () =>
    {
        await folder.FoldWithinAsync(cancellationToken);
        if (partnerKnows <= store.State.Tick)
        {
            return false;
        }

        var former = store.State.Self;
        var uploaded = await store.Partners.UploadedAsync(await store.IdentityAsync(cancellationToken), cancellationToken);
        var kept = Math.Max(uploaded, store.State.ProvisionedReplica == former ? store.State.ProvisionedTick : 0);
        await BecomeAsync(former, kept, cancellationToken);
        await store.Known.SetKnownAsync(former, kept, cancellationToken);
        await store.SaveStateAsync(cancellationToken);
        return true;
    }, cancellationToken);

    public async ValueTask RestartAsync(PeerState partner, CancellationToken cancellationToken) => await WriteAsync(async () =>
    {
        await folder.FoldWithinAsync(cancellationToken);
        var former = store.State.Self;
        var sent = partner.Knowledge.TickOf(await store.IdentityAsync(cancellationToken));
        await BecomeAsync(former, sent, cancellationToken);
        await store.Partners.SetExpelledAsync(former, cancellationToken);
        // All that anybody holds is read again, also what waits here: until then it is missing from what this store knows.
        await store.Known.SetKnownAsync(former, store.State.Tick, cancellationToken);
        await store.Known.ForgetProgressAsync(cancellationToken);
        await store.Quarantine.ClearPulledAsync(cancellationToken);
        store.State.Flags |= StoreFlags.Reload;
        await store.SaveStateAsync(cancellationToken);
        return true;
    }, cancellationToken);

    /// <summary>Takes a new identity; own writes above a tick become its writes.</summary>
    private async ValueTask BecomeAsync(int former, long kept, CancellationToken cancellationToken)
    {
        var id = store.Settings.Environment.NewReplicaId();
        var self = await store.Replicas.NumberOfAsync(id, cancellationToken);
        await store.Partners.SetFormerAsync(former, store.State.Tick, cancellationToken);
        foreach (var table in tables)
        {
            var restamp = store.Connection.Statement(table.Statements.Peer.Restamp);
            restamp.Parameters.SetInt32(0, former);
            restamp.Parameters.SetInt32(1, self);
            restamp.Parameters.SetInt64(2, kept);
            await restamp.RunAsync(cancellationToken);
        }

        store.State.Self = self;
    }

    private async ValueTask<bool> WriteAsync(Func<ValueTask<bool>> write, CancellationToken cancellationToken)
    {
        await store.BeginAsync(TransactionKind.Write, cancellationToken);
        try
        {
            var result = await write();
            await store.CommitAsync(cancellationToken);
            return result;
        }
        catch
        {
            await store.RollbackAsync();
            throw;
        }
    }
}
