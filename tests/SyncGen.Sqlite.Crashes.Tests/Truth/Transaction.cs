namespace SyncGen.Sqlite.Crashes.Tests.Truth;

/// <summary>A transaction of an application. It follows from its number, so that the child that runs it need not say what it holds.</summary>
/// <param name="Number">Counts a store's transactions, from 1.</param>
/// <param name="Writes">What it does. The first writes a row that only this store writes.</param>
/// <param name="IsRolledBack">Whether it is taken back in the end.</param>
internal sealed record Transaction(int Number, IReadOnlyList<RowWrite> Writes, bool IsRolledBack)
{
    private const int WritesMax = 10_000;

    public static Transaction Of(int seed, Store store, int number)
    {
        var random = new Random(unchecked((((seed * 31) + (int)store) * 1_000_003) + number));
        var isRolledBack = random.Next(5) == 0;

        // Every eighth is larger than the page cache that writers have.
        var steps = random.Next(8) == 0 ? random.Next(100, 500) : random.Next(1, 8);
        var writes = new List<RowWrite>();
        writes.Add(new(RowKey.BoxOf(store, random), NewWrite()));
        for (var i = 1; i < steps; i++)
        {
            var box = RowKey.BoxOf(store, random);
            switch (random.Next(20))
            {
                case 0:
                    writes.Add(new(box, null));
                    break;
                case 1:
                    writes.Add(new(box.SlipWithin(random), null));
                    break;
                case 2 or 3 or 4 when steps < 8:
                    writes.Add(new(RowKey.SharedBox(random), random.Next(4) == 0 ? null : NewWrite()));
                    break;
                case < 12:
                    writes.Add(new(box, NewWrite()));
                    break;
                default:
                    writes.Add(new(box, NewWrite()));
                    writes.Add(new(box.SlipWithin(random), NewWrite()));
                    break;
            }
        }

        return new(number, writes, isRolledBack);

        long NewWrite() => (((((long)store * 1_000_000) + number) * WritesMax) + writes.Count) + 1;
    }
}
