using SyncGen.Histories.Tests.Model;
using SyncGen.Histories.Tests.Stores;
using SyncGen.Histories.Tests.Truth;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.Histories.Tests.Faults;

/// <summary>What batches hold, whatever the table.</summary>
internal static class BatchContent
{
    public static IEnumerable<(RowKey Key, string? Content, Stamp Stamp)> Rows(ChangeBatch batch) =>
        batch.Tables.SelectMany(table => table switch
        {
            TableChanges<Item> items => items.Rows.Select(row => (KeyOf(row.Row), row.Kind == ChangeKind.Write ? ContentOf(row.Row) : null, row.Stamp)),
            TableChanges<Child> children => children.Rows.Select(row => (KeyOf(row.Row), row.Kind == ChangeKind.Write ? ContentOf(row.Row) : null, row.Stamp)),
            _ => throw new ArgumentException($"{table.Table.Name} is no table of these scopes."),
        });

    public static IEnumerable<(RowKey Key, string? Content, int? Value, long Tick)> Rows(EditBatch batch) =>
        batch.Tables.SelectMany(table => table switch
        {
            TableEdits<Item> items => items.Edits.Select(edit => (KeyOf(edit.Row), edit.IsDeleted ? null : ContentOf(edit.Row), edit.IsDeleted ? null : (int?)edit.Row.Value, edit.Tick)),
            TableEdits<Child> children => children.Edits.Select(edit => (KeyOf(edit.Row), edit.IsDeleted ? null : ContentOf(edit.Row), edit.IsDeleted ? null : (int?)edit.Row.Value, edit.Tick)),
            _ => throw new ArgumentException($"{table.Table.Name} is no table of these scopes."),
        });

    /// <summary>The rows that a leaf is to take from an answer.</summary>
    public static IEnumerable<(RowKey Key, string? Content)> Taken(UploadAnswer answer) =>
        answer.Tables.SelectMany(table => table switch
        {
            TableAnswers<Item> items => Taken(items.Answers),
            TableAnswers<Child> children => Taken(children.Answers),
            _ => throw new ArgumentException($"{table.Table.Name} is no table of these scopes."),
        });

    private static IEnumerable<(RowKey Key, string? Content)> Taken<TRow>(List<EditAnswer<TRow>> answers)
        where TRow : class =>
        answers.Where(answer => answer.Outcome is EditOutcome.Replaced or EditOutcome.Removed)
            .Select(answer => (KeyOf(answer.Row), answer.Outcome == EditOutcome.Replaced ? ContentOf(answer.Row) : null));

    private static RowKey KeyOf(object row) => ConflictWatch.KeyOf(row);

    private static string ContentOf(object row) => row is Item item
        ? HistoryStore.ContentOf(item.Value, item.Slot)
        : HistoryStore.ContentOf(((Child)row).Value, ((Child)row).ItemKey);
}
