using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Quarantine;
using SyncGen.Relational.Rows;
using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Peers;

/// <summary>
/// Gives edits of leaves with an earlier model the columns that they lack, as the hub's own rows have them. Where the hub has no row they
/// stay as they came: null, or nothing.
/// </summary>
internal sealed class EditCompletion<TRow>(SyncTable<TRow> table, BaseRows<TRow> rows, PresentRows<TRow> many, int ordinal)
    where TRow : class
{
    private readonly RowCompletion<TRow> _completion = new(table);

    /// <summary>Whether an edit lacks columns.</summary>
    public static bool IsPartial(RowEdit<TRow> edit) => edit.Absent is not null && !edit.IsDeleted;

    /// <summary>
    /// Completes the edits of a batch, whose rows are locked; answers the same list where none lacks anything. A row of the hub's that
    /// cannot be read is the edit's misfortune: the batch is taken again without it.
    /// </summary>
    public async ValueTask<List<RowEdit<TRow>>> CompleteAsync(List<RowEdit<TRow>> edits, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        if (!edits.Exists(IsPartial))
        {
            return edits;
        }

        var present = await many.FindAsync(edits.Count, cancellationToken);
        var completed = new List<RowEdit<TRow>>(edits.Count);
        for (var i = 0; i < edits.Count; i++)
        {
            var position = new RowPosition(ordinal, i);
            if (!IsPartial(edits[i]) || attempt.ExclusionOf(position) is not null)
            {
                completed.Add(edits[i]);
                continue;
            }

            var (edit, refusal) = present is null
                ? await CompleteAsync(edits[i], cancellationToken)
                : (Complete(edits[i], present[i]), null);
            completed.Add(edit);
            if (refusal is { } unreadable)
            {
                attempt.GivenUp.TryAdd(position, unreadable);
            }
        }

        return completed;
    }

    /// <summary>Completes an edit; the refusal says that the hub's row cannot be read.</summary>
    public async ValueTask<(RowEdit<TRow> Edit, WriteOutcome? Refusal)> CompleteAsync(RowEdit<TRow> edit, CancellationToken cancellationToken)
    {
        if (!IsPartial(edit))
        {
            return (edit, null);
        }

        try
        {
            return (Complete(edit, await rows.FindAsync(edit.Row, cancellationToken)), null);
        }
        catch (SyncException unreadable) when (unreadable.Code == SyncErrorCode.UnreadableValue)
        {
            return (edit, new WriteOutcome(0, unreadable.Code, unreadable.Message));
        }
    }

    /// <summary>The edit that waits in quarantine, with what it lacks as it is now.</summary>
    public ValueTask<(RowEdit<TRow> Edit, WriteOutcome? Refusal)> ReadAsync(QuarantinedRow waiting, CancellationToken cancellationToken)
    {
        ColumnSet? absent = null;
        var row = waiting.IsDeleted ? RowJson.ReadKey(table, waiting.Row) : RowJson.ReadPartial(table, waiting.Row, out absent);
        return CompleteAsync(new RowEdit<TRow>(row, waiting.IsDeleted, waiting.Version.Tick, waiting.Time, waiting.LeafAnchor) { Absent = absent }, cancellationToken);
    }

    private RowEdit<TRow> Complete(RowEdit<TRow> edit, TRow? present) =>
        present is null ? edit : edit with { Row = _completion.Complete(edit.Row, present, edit.Absent!) };
}
