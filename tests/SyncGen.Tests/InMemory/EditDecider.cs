using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.Tests.InMemory;

/// <summary>Decides over the edits that a hub takes from its leaves.</summary>
internal sealed class EditDecider<TRow>(PeerStore store, PeerTable<TRow> rows, SyncTable<TRow> table, ApplyContext context)
    where TRow : class
{
    private readonly ConflictSettler<TRow> _settler = new(store, rows, table, context);

    public EditAnswer<TRow> Accept(ReplicaId leaf, RowEdit<TRow> edit, long taken)
    {
        if (edit.Tick <= taken)
        {
            return Repeat(leaf, edit);
        }

        // What this leaf wrote since has seen what waited.
        context.Counts(table).Released += rows.Edits.RemoveAll(one => IsOf(one, leaf, edit));
        if (context.Refuses(table, edit.Row))
        {
            rows.Edits.Add((leaf, edit));
            context.Refused(table, edit.Row);
            return new(edit.Tick, EditOutcome.Quarantined, edit.Row, 0);
        }

        return Decide(leaf, edit, leaf) ? new(edit.Tick, EditOutcome.Accepted, edit.Row, rows.Find(edit.Row)!.Tick) : Present(edit);
    }

    public void RetryQuarantine()
    {
        foreach (var one in rows.Edits.OrderBy(one => one.Edit.Time).Where(one => !context.Refuses(table, one.Edit.Row)).ToList())
        {
            rows.Edits.Remove(one);
            context.Counts(table).Released++;

            // The leaf may have taken another row since: what stands goes to it, so it has no author.
            if (!Decide(one.Leaf, one.Edit, ReplicaId.None) && rows.Find(one.Edit.Row) is { } stands)
            {
                rows.Store(stands with { Author = ReplicaId.None });
            }
        }
    }

    private bool IsOf((ReplicaId Leaf, RowEdit<TRow> Edit) one, ReplicaId leaf, RowEdit<TRow> edit) =>
        one.Leaf == leaf && table.KeyEquals(one.Edit.Row, edit.Row);

    // An upload that came before: its answer was lost. It changes nothing.
    private EditAnswer<TRow> Repeat(ReplicaId leaf, RowEdit<TRow> edit)
    {
        context.Counts(table).Skipped++;
        if (rows.Edits.Any(one => IsOf(one, leaf, edit)))
        {
            return new(edit.Tick, EditOutcome.Quarantined, edit.Row, 0);
        }

        var local = rows.Find(edit.Row);
        var isDeleted = local?.IsDeleted ?? true;
        var same = isDeleted == edit.IsDeleted && (isDeleted || table.ContentEquals(local!.Row, edit.Row));
        return same ? new(edit.Tick, EditOutcome.Accepted, edit.Row, local?.Tick ?? 0) : Present(edit);
    }

    private EditAnswer<TRow> Present(RowEdit<TRow> edit) => rows.Find(edit.Row) is { IsDeleted: false } local
        ? new(edit.Tick, EditOutcome.Replaced, local.Row, local.Tick)
        : new(edit.Tick, EditOutcome.Removed, edit.Row, rows.Find(edit.Row)?.Tick ?? 0);

    /// <returns>Whether the edit stands.</returns>
    private bool Decide(ReplicaId leaf, RowEdit<TRow> edit, ReplicaId author)
    {
        var local = rows.Find(edit.Row);
        var follows = local is not null && (local.Author == leaf || local.Tick <= edit.Anchor);
        var floor = local is null ? store.ForgottenTime : follows ? local.Time : 0;
        var write = new PeerRow<TRow>(
            edit.Row, edit.IsDeleted, new(store.Id, store.Tick + 1), local?.BaseFor(store.Id) ?? SyncVersion.None, Math.Max(edit.Time, floor + 1), 0, author);
        if (local is null || follows)
        {
            rows.Store(write);
            context.Stored(table, write.IsDeleted);
            return true;
        }

        if (write.IsDeleted == local.IsDeleted && (write.IsDeleted || table.ContentEquals(write.Row, local.Row)))
        {
            context.Counts(table).Skipped++;
            return true;
        }

        return _settler.Settle(local, write);
    }
}
