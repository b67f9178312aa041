using SyncGen.Providers;

namespace SyncGen.Tests.InMemory;

/// <summary>A leaf's edits by their ticks, as of the opening.</summary>
internal sealed class MemoryEditStream(LeafStore store, int bytesMax) : EditStream
{
    private readonly long _last = store.Tick;
    private long _position;

    public override long ExpectedRows { get; } = store.Tables.Sum(table => table.EditTicks.Count());

    public override IReadOnlyList<UnreadableRow> Unreadable => [];

    public override ValueTask<EditBatch?> ReadAsync(CancellationToken cancellationToken)
    {
        var (edits, bytes) = (new Dictionary<LeafTable, TableEdits>(), 0L);
        foreach (var (tick, table) in Next().ToList())
        {
            if (bytes >= bytesMax)
            {
                break;
            }

            if (!edits.TryGetValue(table, out var rows))
            {
                edits[table] = rows = table.NewEdits();
            }

            bytes += table.AddTo(rows, tick);
            _position = tick;
        }

        var inOrder = store.Tables.Where(edits.ContainsKey).Select(table => edits[table]).ToList();
        return new(inOrder.Count == 0 ? null : new EditBatch(inOrder, _position, bytes));
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IEnumerable<(long Tick, LeafTable Table)> Next() =>
        store.Tables.SelectMany(table => table.EditTicks).Where(one => one.Tick > _position && one.Tick <= _last).OrderBy(one => one.Tick);
}
