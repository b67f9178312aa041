using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.Tests.InMemory;

/// <summary>A leaf's rows of one table, typed.</summary>
internal sealed class LeafTable<TRow> : LeafTable
    where TRow : class
{
    private readonly LeafStore _store;
    private readonly SyncTable<TRow> _table;
    private Dictionary<TRow, TRow> _rows;
    private Dictionary<TRow, LeafEdit> _edits;
    private Dictionary<TRow, long> _unseenSince;
    private Dictionary<TRow, RowChange<TRow>> _quarantine;
    private HashSet<TRow> _seen;

    public LeafTable(LeafStore store, SyncTable<TRow> table)
    {
        (_store, _table) = (store, table);
        var comparer = new KeyComparer<TRow>(table);
        (_rows, _edits, _unseenSince, _quarantine, _seen) = (new(comparer), new(comparer), new(comparer), new(comparer), new(comparer));
    }

    public override SyncTable Table => _table;

    /// <summary>What the application sees.</summary>
    public IReadOnlyCollection<TRow> Present => _rows.Values;

    public int EditCount => _edits.Count;

    public override IEnumerable<(long Tick, LeafTable Table)> EditTicks => _edits.Values.Select(edit => (edit.Tick, (LeafTable)this));

    public override LeafTable Copy(LeafStore store) => new LeafTable<TRow>(store, _table)
    {
        _rows = new(_rows, _rows.Comparer),
        _edits = new(_edits, _rows.Comparer),
        _unseenSince = new(_unseenSince, _rows.Comparer),
        _quarantine = new(_quarantine, _rows.Comparer),
        _seen = new(_seen, _rows.Comparer),
    };

    /// <summary>
    /// The application writes or deletes a row. The edit's anchor is the one in force at its first unconfirmed change; but
    /// not above what the leaf had seen of the row: an older one if a row of the hub's did not get here.
    /// </summary>
    public void Write(TRow row, bool isDeleted, long now)
    {
        var anchor = _edits.TryGetValue(row, out var first) ? first.Anchor : _unseenSince.GetValueOrDefault(row, _store.Anchor);
        _unseenSince.Remove(row);
        _quarantine.Remove(row);
        _edits.Remove(row);
        _edits[row] = new(isDeleted, ++_store.Tick, now, anchor);
        _rows.Remove(row);
        if (!isDeleted)
        {
            _rows[row] = row;
        }
    }

    public override TableEdits NewEdits() => new TableEdits<TRow>(_table);

    public override int AddTo(TableEdits edits, long tick)
    {
        // The row may have been changed again since: then it comes under its new tick.
        var (key, edit) = _edits.SingleOrDefault(pair => pair.Value.Tick == tick);
        if (edit is null)
        {
            return 0;
        }

        ((TableEdits<TRow>)edits).Edits.Add(new(key, edit.IsDeleted, tick, edit.Time, edit.Anchor));
        return RowJson.WriteKey(_table, key).Length;
    }

    public override void Confirm(TableAnswers answers, ApplyContext context)
    {
        foreach (var answer in ((TableAnswers<TRow>)answers).Answers)
        {
            if (!_edits.TryGetValue(answer.Row, out var edit))
            {
                continue;
            }

            if (edit.Tick == answer.Edit)
            {
                _edits.Remove(answer.Row);
                Settle(answer, edit, context);
            }
            else if (answer.Outcome == EditOutcome.Accepted)
            {
                // The later edit was made on what the hub holds now.
                _edits[answer.Row] = edit with { Anchor = answer.HubTick };
            }
        }
    }

    public override void Apply(TableChanges changes, ApplyContext context)
    {
        foreach (var change in ((TableChanges<TRow>)changes).Rows)
        {
            _seen.Add(change.Row);
            if (_edits.ContainsKey(change.Row))
            {
                context.Counts(_table).Skipped++;
            }
            else
            {
                Take(change, _store.Anchor, context);
            }
        }
    }

    public override void RetryQuarantine(ApplyContext context)
    {
        foreach (var change in _quarantine.Values.Where(change => !context.Refuses(_table, change.Row)).ToList())
        {
            Take(change, 0, context);
        }
    }

    public override void BeginReconcile() => _seen.Clear();

    public override void EndReconcile(ApplyContext context)
    {
        foreach (var gone in _rows.Values.Where(row => !_seen.Contains(row) && !_edits.ContainsKey(row)).ToList())
        {
            _rows.Remove(gone);
            _unseenSince.Remove(gone);
            context.Counts(_table).Deleted++;
        }

        foreach (var gone in _quarantine.Keys.Where(key => !_seen.Contains(key)).ToList())
        {
            _quarantine.Remove(gone);
        }

        _seen.Clear();
    }

    private void Settle(EditAnswer<TRow> answer, LeafEdit edit, ApplyContext context)
    {
        switch (answer.Outcome)
        {
            case EditOutcome.Replaced:
                Take(new(answer.Row, ChangeKind.Write, default, default, 0), edit.Anchor, context);
                break;
            case EditOutcome.Removed:
                Take(new(answer.Row, ChangeKind.Delete, default, default, 0), edit.Anchor, context);
                break;
            case EditOutcome.Quarantined:
                // While the row had an edit, downloads left it alone: what the hub holds above the anchor is still unseen here.
                _unseenSince[answer.Row] = edit.Anchor;
                break;
        }
    }

    private void Take(RowChange<TRow> change, long anchor, ApplyContext context)
    {
        if (context.Refuses(_table, change.Row))
        {
            _quarantine.Remove(change.Row);
            _quarantine[change.Row] = change;
            _unseenSince.TryAdd(change.Row, anchor);
            context.Refused(_table, change.Row);
            return;
        }

        context.Counts(_table).Released += _quarantine.Remove(change.Row) ? 1 : 0;
        _unseenSince.Remove(change.Row);
        _rows.Remove(change.Row);
        if (change.Kind == ChangeKind.Write)
        {
            _rows[change.Row] = change.Row;
        }

        context.Stored(_table, change.Kind != ChangeKind.Write);
    }
}
