using System.Buffers.Binary;
using SyncGen.Relational.Statements;
using SyncGen.Versions;

namespace SyncGen.Relational.State;

/// <summary>
/// Random numbers that a store gives its partners together with the ticks that they read, and is asked for when they
/// come again. A store restored from a backup does not have those that it gave after the backup was taken, even where its
/// tick has reached the same height again.
/// </summary>
internal sealed class MarkerTable(RelationalConnection connection, ScopeNames names, SyncEnvironment environment)
{
    private const int TickBytes = sizeof(long);

    private readonly string _name = connection.Dialect.Quote(names.Marker);

    /// <summary>Gives a tick a marker, if it has none.</summary>
    public async ValueTask AddAsync(long tick, CancellationToken cancellationToken)
    {
        if (await FindAsync(tick, cancellationToken) is not null)
        {
            return;
        }

        var insert = connection.Statement($"INSERT INTO {_name} (tick, value) VALUES ({P(0)}, {P(1)})");
        insert.Parameters.SetInt64(0, tick);
        insert.Parameters.SetBinary(1, environment.NewReplicaId().ToBytes());
        await insert.RunAsync(cancellationToken);
    }

    /// <summary>The marker of a tick; null if it has none.</summary>
    public async ValueTask<byte[]?> FindAsync(long tick, CancellationToken cancellationToken)
    {
        var find = connection.Statement($"SELECT value FROM {_name} WHERE tick = {P(0)}");
        find.Parameters.SetInt64(0, tick);
        if (!await find.ReadAsync(cancellationToken))
        {
            return null;
        }

        var value = find.Row.GetBinary(0);
        find.Reset();
        return MarkerOf(tick, value);
    }

    /// <summary>The marker of a tick, by the number that is kept with it.</summary>
    public static byte[] MarkerOf(long tick, byte[] value)
    {
        var marker = new byte[TickBytes + ReplicaId.Size];
        BinaryPrimitives.WriteInt64BigEndian(marker, tick);
        value.CopyTo(marker.AsSpan(TickBytes));
        return marker;
    }

    /// <summary>The marker of the greatest tick that has one; null if none has.</summary>
    public async ValueTask<byte[]?> LastAsync(CancellationToken cancellationToken)
    {
        var (_, greatest) = await RangeAsync(cancellationToken);
        return await FindAsync(greatest, cancellationToken);
    }

    /// <summary>Whether this store gave a marker, or may have: those of long ago are not kept.</summary>
    public async ValueTask<bool> RecognizesAsync(byte[] marker, CancellationToken cancellationToken)
    {
        if (marker.Length != TickBytes + ReplicaId.Size)
        {
            return false;
        }

        var tick = BinaryPrimitives.ReadInt64BigEndian(marker);
        var find = connection.Statement($"SELECT coalesce(min(tick), 0), (SELECT value FROM {_name} WHERE tick = {P(0)}) FROM {_name}");
        find.Parameters.SetInt64(0, tick);
        await find.ReadAsync(cancellationToken);
        var (least, found) = (find.Row.GetInt64(0), find.Row.GetNullableBinary(1));
        find.Reset();
        return found is null ? tick < least : found.AsSpan().SequenceEqual(marker.AsSpan(TickBytes));
    }

    /// <summary>Removes the markers below a tick, but for the last.</summary>
    public async ValueTask ForgetAsync(long below, CancellationToken cancellationToken)
    {
        var forget = connection.Statement($"DELETE FROM {_name} WHERE tick < {P(0)} AND tick < (SELECT tick FROM (SELECT max(tick) AS tick FROM {_name}) AS last)");
        forget.Parameters.SetInt64(0, below);
        await forget.RunAsync(cancellationToken);
    }

    /// <summary>Removes all but the last markers.</summary>
    public async ValueTask KeepLastAsync(int count, CancellationToken cancellationToken)
    {
        var forget = connection.Statement($"DELETE FROM {_name} WHERE tick < "
            + $"(SELECT min(tick) FROM ({connection.Dialect.First($"SELECT tick FROM {_name} ORDER BY tick DESC", P(0))}) AS last)");
        forget.Parameters.SetInt32(0, count);
        await forget.RunAsync(cancellationToken);
    }

    private async ValueTask<(long Least, long Greatest)> RangeAsync(CancellationToken cancellationToken)
    {
        var range = connection.Statement($"SELECT coalesce(min(tick), 0), coalesce(max(tick), 0) FROM {_name}");
        await range.ReadAsync(cancellationToken);
        var result = (range.Row.GetInt64(0), range.Row.GetInt64(1));
        range.Reset();
        return result;
    }

    private string P(int ordinal) => connection.Dialect.Parameter(ordinal);
}
