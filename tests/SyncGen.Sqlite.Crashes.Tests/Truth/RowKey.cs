namespace SyncGen.Sqlite.Crashes.Tests.Truth;

/// <summary>A row: a box, or a slip, whose key says in which box it lies. All boxes but a few are written by one store only.</summary>
internal readonly record struct RowKey(bool IsSlip, long Id) : IComparable<RowKey>
{
    private const int BoxesPerStore = 200;
    private const int SharedBoxes = 8;
    private const int SlipsPerBox = 3;

    public long BoxId => IsSlip ? Id / 10 : Id;

    /// <summary>Whether all stores write it.</summary>
    public bool IsShared => BoxId < 1000;

    /// <summary>Whether a store writes it, alone.</summary>
    public bool BelongsTo(Store store) => BoxId / 1000 == (int)store;

    public static RowKey SharedBox(Random random) => new(false, 1 + random.Next(SharedBoxes));

    public static RowKey BoxOf(Store store, Random random) => new(false, ((int)store * 1000) + random.Next(BoxesPerStore));

    public RowKey SlipWithin(Random random) => new(true, (Id * 10) + random.Next(SlipsPerBox));

    public int CompareTo(RowKey other) => (IsSlip, Id).CompareTo((other.IsSlip, other.Id));

    public override string ToString() => $"{(IsSlip ? "slip" : "box")} {Id}";
}
