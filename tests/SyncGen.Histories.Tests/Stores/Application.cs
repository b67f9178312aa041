using SyncGen.Histories.Tests.Model;
using SyncGen.Histories.Tests.Truth;

namespace SyncGen.Histories.Tests.Stores;

/// <summary>The application that writes to a store, in every way in which SQL can.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The history's clock.</param>
/// <param name="random">Chooses.</param>
/// <param name="hasChildren">Whether children are written too.</param>
internal sealed class Application(HistoryStore store, HistoryClock clock, Random random, bool hasChildren)
{
    private const string UpdateSlotless = """UPDATE "Item" SET "Value" = @p2, "Slot" = NULL WHERE "Key" = @p1""";
    private const string RemoveChildrenOf = """DELETE FROM "Child" WHERE "ItemKey" = @p1""";
    private const int KeysMax = 6;
    private const int SlotsMax = 4;

    private readonly Dictionary<RowKey, (RowView Before, Lineage Lineage)> _open = [];
    private readonly List<int> _writes = [];

    /// <summary>Runs a transaction of one or more statements, which may be rolled back; says what it did.</summary>
    public string Transact() => Transact(
        () => string.Join(", ", Enumerable.Range(0, random.Next(4) == 0 ? random.Next(2, 5) : 1).Select(_ => Write())),
        isKept: random.Next(15) != 0);

    private string Transact(Func<string> write, bool isKept)
    {
        var before = StoreNames.Tables.ToDictionary(table => table, table => store.Database.EndOf(store.Names.Log(table)));
        store.Database.Begin();
        var steps = write();
        if (!isKept)
        {
            store.Database.Execute("ROLLBACK");
            Forget();
            return $"{steps}; rolled back";
        }

        var time = clock.Now + store.Setup.Skew;
        foreach (var (table, end) in before)
        {
            store.Database.SetTimes(store.Names.Log(table), end, time);
        }

        store.Database.Execute("COMMIT");
        foreach (var (key, (view, lineage)) in _open.Where(row => row.Value.Lineage != row.Value.Before.Lineage))
        {
            store.Note(key, view, lineage, time);
        }

        _writes.ForEach(store.Ledger.Commit);
        Forget();
        return steps;
    }

    /// <summary>Writes an item that children lack, as a person would who looks after what does not fit.</summary>
    public string Restore(int item)
    {
        var key = new RowKey(nameof(Item), item);
        var write = store.Ledger.NewWrite();
        return store.Look(key).Value is not null
            ? $"{key} is there"
            : Transact(() => $"{write}: {key}{Run([(key, write)], """INSERT INTO "Item" ("Key", "Value") VALUES (@p1, @p2)""", item, write)}", isKept: true);
    }

    /// <summary>Takes a slot from the item that has it.</summary>
    public string Vacate(int slot)
    {
        var items = store.Database.Rows("""SELECT "Key" FROM "Item" WHERE "Slot" = @p1""", slot)
            .ConvertAll(row => (Key: new RowKey(nameof(Item), Convert.ToInt32(row[0])), Write: store.Ledger.NewWrite()));
        return Transact(() => string.Join(", ", items.Select(item =>
            $"{item}{Run([item], UpdateSlotless, item.Key.Key, item.Write)}")), isKept: true);
    }

    /// <summary>Deletes the children of an item.</summary>
    public string RemoveChildren(int item)
    {
        var children = store.Database.Rows("""SELECT "Key" FROM "Child" WHERE "ItemKey" = @p1""", item)
            .ConvertAll(row => (new RowKey(nameof(Child), Convert.ToInt32(row[0])), store.Ledger.NewWrite()));
        return Transact(() => $"children of {item}{Run([.. children], RemoveChildrenOf, item)}", isKept: true);
    }

    private void Forget()
    {
        _open.Clear();
        _writes.Clear();
    }

    private string Write()
    {
        var isChild = hasChildren && random.Next(2) == 0;
        var key = new RowKey(isChild ? nameof(Child) : nameof(Item), random.Next(1, KeysMax + 1));
        var write = store.Ledger.NewWrite();
        object? other = isChild ? random.Next(1, KeysMax + 1) : random.Next(3) == 0 ? null : random.Next(1, SlotsMax + 1);
        var column = isChild ? "ItemKey" : "Slot";
        var k = HistoryStore.KeyOf(key);
        var exists = Peek(key).Value is not null;
        switch (random.Next(10))
        {
            case 0 or 1:
                return exists ? $"{write}: delete {key}{Run([(key, write)], $"DELETE FROM \"{key.Table}\" WHERE \"Key\" = @p1", k)}" : $"no {key}";
            case 2 when exists:
                return Rekey(key, write);
            case 3:
                return $"{write}: upsert {key}/{other}{Run([(key, write)], store.Database.Upsert(key.Table, column), k, write, other)}";
            case 4 when isChild || other is null:
                return $"{write}: replace {key}/{other}{Run([(key, write)], store.Database.Replace(key.Table, column), k, write, other)}";
            default:
                return exists
                    ? $"{write}: update {key}/{other}{Run([(key, write)], $"UPDATE \"{key.Table}\" SET \"Value\" = @p2, \"{column}\" = @p3 WHERE \"Key\" = @p1", k, write, other)}"
                    : $"{write}: insert {key}/{other}{Run([(key, write)], $"INSERT INTO \"{key.Table}\" (\"Key\", \"Value\", \"{column}\") VALUES (@p1, @p2, @p3)", k, write, other)}";
        }
    }

    // One statement, two writes: the old key is deleted, the new one written.
    private string Rekey(RowKey key, int write)
    {
        var target = key with { Key = random.Next(1, KeysMax + 1) };
        return target == key
            ? $"{key} stays"
            : $"{write}: rekey {key} to {target}" + Run([(key, store.Ledger.NewWrite()), (target, write)],
                $"UPDATE \"{key.Table}\" SET \"Key\" = @p2, \"Value\" = @p3 WHERE \"Key\" = @p1", HistoryStore.KeyOf(key), HistoryStore.KeyOf(target), write);
    }

    private string Run((RowKey Key, int Write)[] writes, string sql, params object?[] values)
    {
        Array.ForEach(writes, write => Peek(write.Key));
        if (!store.Database.TryExecute(sql, values))
        {
            return " (refused)";
        }

        foreach (var (key, write) in writes)
        {
            _open[key] = (_open[key].Before, _open[key].Lineage.With(write));
            _writes.Add(write);
        }

        return "";
    }

    private (int? Value, string? Content) Peek(RowKey key)
    {
        if (!_open.ContainsKey(key))
        {
            var view = store.Look(key);
            _open.Add(key, (view, view.Lineage));
        }

        return store.Read(key);
    }
}
