using SyncGen.Conflicts;
using SyncGen.Model;
using SyncGen.Providers.Specification.Models.Policies;

namespace SyncGen.Providers.Specification.Stores;

/// <summary>Settles conflicts over entries as the text of the row that came in says.</summary>
internal sealed class TextualHandler : IConflictHandler
{
    public ConflictResolution<TRow>? Resolve<TRow>(SyncTable<TRow> table, Conflict<TRow> conflict)
        where TRow : class =>
        (ConflictResolution<TRow>?)(object?)Resolve((Conflict<Entry>)(object)conflict);

    private static ConflictResolution<Entry>? Resolve(Conflict<Entry> conflict)
    {
        var (incoming, local) = (conflict.Incoming.Row, conflict.Local.Row);
        return incoming.Text switch
        {
            "take" => ConflictResolution<Entry>.TakeIncoming,
            "keep" => ConflictResolution<Entry>.KeepLocal,
            "delete" => ConflictResolution<Entry>.Delete,
            "merge" => ConflictResolution<Entry>.Merge(new Entry { Id = local.Id, Text = $"{local.Text} and {incoming.Text}" }),
            "move" => ConflictResolution<Entry>.Merge(new Entry { Id = local.Id + 100 }),
            "throw" => throw new InvalidOperationException("No."),
            _ => null,
        };
    }
}
