using SyncGen.Relational.Statements;
using SyncGen.Versions;

namespace SyncGen.Relational.State;

/// <summary>What a store remembers of whom it met: what they know, who was silent for too long, and who it was itself before.</summary>
internal sealed class PartnerTable(RelationalConnection connection, ScopeNames names, ReplicaTable replicas)
{
    private readonly string _name = connection.Dialect.Quote(names.Replica);

    /// <summary>Notes that a replica was expelled: a partner, or this store under an identity that it gave up for that.</summary>
    public async ValueTask SetExpelledAsync(int number, CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"UPDATE {_name} SET expelled = 1 WHERE id = {P(0)}");
        statement.Parameters.SetInt32(0, number);
        await statement.RunAsync(cancellationToken);
    }

    /// <summary>Notes how far a leaf has read its hub, when it last did so to the end, and how often it has taken something from it.</summary>
    public async ValueTask SetReadAsync(ReplicaRow hub, CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"UPDATE {_name} SET anchor = {P(0)}, {connection.Dialect.Quote("cursor")} = {P(1)}, "
            + $"marker = {P(2)}, heard_time = {P(3)}, taken = {P(4)} WHERE id = {P(5)}");
        statement.Parameters.SetInt64(0, hub.Anchor);
        statement.Parameters.SetNullable(1, hub.Cursor);
        statement.Parameters.SetNullable(2, hub.Marker);
        statement.Parameters.SetInt64(3, hub.HeardTime);
        statement.Parameters.SetInt64(4, hub.Taken);
        statement.Parameters.SetInt32(5, hub.Number);
        await statement.RunAsync(cancellationToken);
    }

    /// <summary>Notes what a partner said that it knows, and when.</summary>
    public async ValueTask SetHeardAsync(int number, byte[]? heard, long time, bool expelled, CancellationToken cancellationToken)
    {
        var statement = connection.Statement(
            $"UPDATE {_name} SET heard = {P(0)}, heard_time = {P(1)}, expelled = {P(2)} WHERE id = {P(3)}");
        statement.Parameters.SetNullable(0, heard);
        statement.Parameters.SetInt64(1, time);
        statement.Parameters.SetInt32(2, expelled ? 1 : 0);
        statement.Parameters.SetInt32(3, number);
        await statement.RunAsync(cancellationToken);
    }

    /// <summary>
    /// Expels the peers that were silent since a time, and lets go of leaves that were. Numbers are never used again, so
    /// the last one stays.
    /// </summary>
    public async ValueTask ExpelAsync(int self, long silentSince, CancellationToken cancellationToken)
    {
        var expel = connection.Statement($"UPDATE {_name} SET expelled = 1, heard = NULL "
            + $"WHERE heard IS NOT NULL AND heard_time < {P(0)} AND id <> {P(1)}");
        expel.Parameters.SetInt64(0, silentSince);
        expel.Parameters.SetInt32(1, self);
        await expel.RunAsync(cancellationToken);
        var forget = connection.Statement($"DELETE FROM {_name} WHERE taken > 0 AND heard IS NULL AND known = 0 "
            + $"AND heard_time < {P(0)} AND id <> {P(1)} AND id < (SELECT id FROM (SELECT max(id) AS id FROM {_name}) AS last)");
        forget.Parameters.SetInt64(0, silentSince);
        forget.Parameters.SetInt32(1, self);
        await forget.RunAsync(cancellationToken);
        replicas.Forget();
    }

    /// <summary>What each peer that is not expelled last said that it knows.</summary>
    public async ValueTask<IReadOnlyList<Knowledge>> PartnersAsync(CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"SELECT heard FROM {_name} WHERE heard IS NOT NULL");
        var partners = new List<Knowledge>();
        while (await statement.ReadAsync(cancellationToken))
        {
            partners.Add(Knowledge.Read(statement.Row.GetBinary(0)));
        }

        return partners;
    }

    /// <summary>The greatest tick of an identity of this store that any partner said to know.</summary>
    public async ValueTask<long> UploadedAsync(ReplicaId identity, CancellationToken cancellationToken)
    {
        var partners = await PartnersAsync(cancellationToken);
        return partners.Select(knowledge => knowledge.TickOf(identity)).DefaultIfEmpty().Max();
    }

    /// <summary>Notes that this store gave up an identity at a tick.</summary>
    public async ValueTask SetFormerAsync(int number, long tick, CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"UPDATE {_name} SET former_tick = {P(0)} WHERE id = {P(1)}");
        statement.Parameters.SetInt64(0, tick);
        statement.Parameters.SetInt32(1, number);
        await statement.RunAsync(cancellationToken);
    }

    /// <summary>The tick at which this store last gave up an identity; 0 if it never did.</summary>
    public async ValueTask<long> FormerTickAsync(CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"SELECT coalesce(max(former_tick), 0) FROM {_name}");
        await statement.ReadAsync(cancellationToken);
        var tick = statement.Row.GetInt64(0);
        statement.Reset();
        return tick;
    }

    private string P(int ordinal) => connection.Dialect.Parameter(ordinal);
}
