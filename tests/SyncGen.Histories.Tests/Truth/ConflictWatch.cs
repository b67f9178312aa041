using SyncGen.Conflicts;
using SyncGen.Histories.Tests.Model;

namespace SyncGen.Histories.Tests.Truth;

/// <summary>What the hooks of all scopes do: they note what they see in the ledger of the history that runs.</summary>
internal static class ConflictWatch
{
    private static readonly AsyncLocal<Ledger?> s_ledger = new();

    /// <summary>The ledger of the history that runs on this thread, or for it.</summary>
    public static Ledger? Ledger
    {
        get => s_ledger.Value;
        set => s_ledger.Value = value;
    }

    /// <summary>Lets the policy have its way.</summary>
    public static ConflictResolution<TRow> See<TRow>(Conflict<TRow> conflict, ConflictResolution<TRow> resolution)
        where TRow : class
    {
        Ledger?.See(KeyOf(conflict.Incoming.Row), conflict, resolution.Outcome, merged: null);
        return resolution;
    }

    /// <summary>Settles a conflict in any of the ways that there are.</summary>
    public static ConflictResolution<TRow> Settle<TRow>(Conflict<TRow> conflict, ConflictResolution<TRow> resolution)
        where TRow : class
    {
        if (Ledger is not { } ledger)
        {
            return resolution;
        }

        switch (ledger.Random.Next(8))
        {
            case 0:
                return See(conflict, ConflictResolution<TRow>.TakeIncoming);
            case 1:
                return See(conflict, ConflictResolution<TRow>.KeepLocal);
            case 2:
                return See(conflict, ConflictResolution<TRow>.Delete);
            case 3 when ledger.HooksFail:
                throw new InvalidOperationException("The application's hook has a defect.");
            default:
                var side = conflict.Local.IsDeleted ? conflict.Incoming.Row : conflict.Local.Row;
                var write = ledger.NewWrite();
                ledger.See(KeyOf(side), conflict, ConflictOutcome.Merged, write);
                return ConflictResolution<TRow>.Merge((TRow)Merge(side, write));
        }
    }

    public static RowKey KeyOf(object row) => row switch
    {
        Item item => new RowKey(nameof(Item), item.Key),
        Child child => new RowKey(nameof(Child), int.Parse(child.Key)),
        _ => throw new ArgumentException($"{row.GetType()} is no entity of these scopes."),
    };

    private static object Merge(object row, int write) => row switch
    {
        Item item => new Item { Key = item.Key, Value = write, Slot = item.Slot },
        Child child => new Child { Key = child.Key, Value = write, ItemKey = child.ItemKey },
        _ => throw new ArgumentException($"{row.GetType()} is no entity of these scopes."),
    };
}
