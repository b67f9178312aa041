using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.Tests.InMemory;

/// <summary>A peer's rows of one table, typed: what is kept, and how it is read. <see cref="RowDecider{TRow}"/> says what is stored.</summary>
internal sealed class PeerTable<TRow> : PeerTable
    where TRow : class
{
    private readonly PeerStore _store;
    private readonly SyncTable<TRow> _table;
    private readonly Dictionary<TRow, PeerRow<TRow>> _rows;
    private readonly SortedDictionary<long, TRow> _byTick = [];

    public PeerTable(PeerStore store, SyncTable<TRow> table)
    {
        _store = store;
        _table = table;
        var comparer = new KeyComparer<TRow>(table);
        _rows = new(comparer);
        Quarantine = new(comparer);
        Edits = [];
    }

    public override SyncTable Table => _table;

    /// <summary>Pulled rows that the database refused, one per key.</summary>
    public Dictionary<TRow, WaitingChange<TRow>> Quarantine { get; private init; }

    /// <summary>Leaves' edits that the database refused, one per leaf and key.</summary>
    public List<(ReplicaId Leaf, RowEdit<TRow> Edit)> Edits { get; private init; }

    public override IEnumerable<SyncVersion> Missing => Quarantine.Values.Select(waiting => waiting.Change.Version);

    public IReadOnlyCollection<PeerRow<TRow>> Rows => _rows.Values;

    /// <summary>What the application sees.</summary>
    public IEnumerable<TRow> Present => _rows.Values.Where(row => !row.IsDeleted).Select(row => row.Row);

    public override PeerTable Copy(PeerStore store)
    {
        var copy = new PeerTable<TRow>(store, _table)
        {
            Quarantine = new(Quarantine, Quarantine.Comparer),
            Edits = [.. Edits],
        };
        foreach (var (tick, key) in _byTick)
        {
            copy._byTick[tick] = key;
            copy._rows[key] = _rows[key];
        }

        return copy;
    }

    public PeerRow<TRow>? Find(TRow key) => _rows.GetValueOrDefault(key);

    /// <summary>The application writes or deletes a row: at once a version, as if the log were folded.</summary>
    public void Write(TRow row, bool isDeleted, long now, SyncVersion? replaced = null, long timeMin = 0)
    {
        var old = Find(row);
        var time = Math.Max(Math.Max(now, timeMin), old is null ? _store.ForgottenTime + 1 : old.Time + 1);
        var version = new SyncVersion(_store.Id, _store.Tick + 1);
        Store(new(row, isDeleted, version, replaced ?? old?.BaseFor(_store.Id) ?? SyncVersion.None, time, 0, ReplicaId.None));
    }

    /// <summary>Stores a row under the next local tick.</summary>
    public long Store(PeerRow<TRow> row)
    {
        if (Find(row.Row) is { } old)
        {
            if (row.Stamp < old.Stamp)
            {
                throw new InvalidOperationException($"A stamp goes down: {old} to {row}.");
            }

            _byTick.Remove(old.Tick);
            _rows.Remove(row.Row);
        }

        var tick = _store.NextTick();
        _rows[row.Row] = row with { Tick = tick };
        _byTick[tick] = row.Row;
        return tick;
    }

    public override IEnumerable<(long Tick, PeerTable Table)> Changed(long after, long upTo, ReadFor reader) =>
        from pair in _byTick
        where pair.Key > after && pair.Key <= upTo
        let row = _rows[pair.Value]
        where reader.Peer.IsNone ? row.Author != reader.Leaf : row.Version.Replica != reader.Peer
        select (pair.Key, (PeerTable)this);

    public override TableChanges NewChanges() => new TableChanges<TRow>(_table);

    public override int AddTo(TableChanges changes, long tick)
    {
        // The row may have changed again since, or be gone: then it comes under its new tick.
        if (!_byTick.TryGetValue(tick, out var key))
        {
            return 0;
        }

        var row = _rows[key];
        ((TableChanges<TRow>)changes).Rows.Add(new(row.Row, row.IsDeleted ? ChangeKind.Delete : ChangeKind.Write, row.Version, row.Base, row.Time));
        return (row.IsDeleted ? RowJson.WriteKey(_table, row.Row) : RowJson.Write(_table, row.Row)).Length;
    }

    public override void Apply(TableChanges changes, ApplyContext context)
    {
        var decider = new RowDecider<TRow>(_store, this, _table, context);
        foreach (var change in ((TableChanges<TRow>)changes).Rows)
        {
            decider.Receive(change, context.MadeWith);
        }
    }

    public override TableAnswers Accept(TableEdits edits, LeafState leaf, long taken, ApplyContext context)
    {
        var decider = new EditDecider<TRow>(_store, this, _table, context);
        var answers = new TableAnswers<TRow>(_table);
        foreach (var edit in ((TableEdits<TRow>)edits).Edits)
        {
            answers.Answers.Add(decider.Accept(leaf.Leaf, edit, taken));
        }

        return answers;
    }

    public override void RetryQuarantine(ApplyContext context)
    {
        var waiting = Quarantine.Values.ToList();
        Quarantine.Clear();
        var decider = new RowDecider<TRow>(_store, this, _table, context);
        foreach (var (change, madeWith) in waiting)
        {
            decider.Receive(change, madeWith, isRetry: true);
        }

        new EditDecider<TRow>(_store, this, _table, context).RetryQuarantine();
    }

    public override int Forget(Func<SyncVersion, bool> mayGo)
    {
        var gone = _rows.Values.Where(row => row.IsDeleted && mayGo(row.Version) && !IsWaiting(row.Row)).ToList();
        foreach (var row in gone)
        {
            _store.ForgottenTick = Math.Max(_store.ForgottenTick, row.Tick);
            _store.ForgottenTime = Math.Max(_store.ForgottenTime, row.Time);
            _rows.Remove(row.Row);
            _byTick.Remove(row.Tick);
        }

        return gone.Count;
    }

    private bool IsWaiting(TRow key) => Quarantine.ContainsKey(key) || Edits.Any(one => _table.KeyEquals(one.Edit.Row, key));
}
