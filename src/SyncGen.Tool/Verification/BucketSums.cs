namespace SyncGen.Tool.Verification;

/// <summary>
/// Checksums of a table's rows, by the hash of their keys: rows come in any order, and memory does not grow with the table. Buckets
/// that differ say where to look.
/// </summary>
internal sealed class BucketSums
{
    private const int Buckets = 1 << 14;

    private readonly UInt128[] _sums = new UInt128[Buckets];
    private readonly int[] _counts = new int[Buckets];

    /// <summary>How many rows were added.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds a row.</summary>
    public void Add(ScannedRow row)
    {
        var bucket = BucketOf(row.KeyHash);
        _sums[bucket] += row.RowHash;
        _counts[bucket]++;
        Rows++;
    }

    /// <summary>Whether a key lies in a bucket in which two stores differ.</summary>
    public static bool Differ(BucketSums left, BucketSums right, UInt128 keyHash)
    {
        var bucket = BucketOf(keyHash);
        return left._counts[bucket] != right._counts[bucket] || left._sums[bucket] != right._sums[bucket];
    }

    /// <summary>Whether two stores differ in any bucket.</summary>
    public static bool Differ(BucketSums left, BucketSums right) =>
        !left._counts.AsSpan().SequenceEqual(right._counts) || !left._sums.AsSpan().SequenceEqual(right._sums);

    private static int BucketOf(UInt128 keyHash) => (int)(keyHash % Buckets);
}
