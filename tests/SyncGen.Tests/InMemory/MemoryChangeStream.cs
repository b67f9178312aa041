using System.Buffers.Binary;
using SyncGen.Providers;

namespace SyncGen.Tests.InMemory;

/// <summary>Rows of a peer by their local ticks.</summary>
internal sealed class MemoryChangeStream : ChangeStream
{
    private readonly PeerStore _store;
    private readonly ReadFor _reader;
    private readonly int _bytesMax;
    private long _position;
    private bool _isDone;

    public MemoryChangeStream(PeerStore store, ReadFor reader, long start, int bytesMax, bool isReconcile)
    {
        (_store, _reader, _position, _bytesMax) = (store, reader, start, bytesMax);
        var knowledge = store.Known.Copy();
        Header = new(store.Id, store.Tick, knowledge, Next(store.Tick).Count(), Restarted: isReconcile, Reconcile: isReconcile);
    }

    public override ChangeHeader Header { get; }

    public override ValueTask<ChangeBatch?> ReadAsync(CancellationToken cancellationToken)
    {
        if (_isDone)
        {
            return new((ChangeBatch?)null);
        }

        var (changes, bytes) = (new Dictionary<PeerTable, TableChanges>(), 0L);
        _isDone = true;
        foreach (var (tick, table) in Next(Header.Watermark).ToList())
        {
            if (bytes >= _bytesMax)
            {
                _isDone = false;
                break;
            }

            if (!changes.TryGetValue(table, out var rows))
            {
                changes[table] = rows = table.NewChanges();
            }

            bytes += table.AddTo(rows, tick);
            _position = tick;
        }

        if (_isDone)
        {
            _position = Header.Watermark;
        }

        var cursor = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(cursor, _position);
        var inOrder = _store.Tables.Where(changes.ContainsKey).Select(table => changes[table]).ToList();
        return new(new ChangeBatch(inOrder, cursor, _isDone, bytes));
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IEnumerable<(long Tick, PeerTable Table)> Next(long watermark) =>
        _store.Tables.SelectMany(table => table.Changed(_position, watermark, _reader)).OrderBy(one => one.Tick);
}
