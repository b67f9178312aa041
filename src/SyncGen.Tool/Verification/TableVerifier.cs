using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.Tool.Verification;

/// <summary>
/// Compares a table of two stores: first checksums of buckets of keys, and where these differ the rows themselves. Databases
/// order texts, numbers kept as text and GUIDs each in their own way, so no order is relied upon.
/// </summary>
/// <param name="from">The first store.</param>
/// <param name="to">The second store.</param>
/// <param name="isPart">Whether the first store holds a part: what the second alone has is no difference then.</param>
/// <param name="most">How many rows are named at the most.</param>
internal sealed class TableVerifier(StoreScan from, StoreScan to, bool isPart, int most)
{
    /// <summary>Compares a table.</summary>
    public async Task<TableDifferences> RunAsync(SyncTable table, CancellationToken cancellationToken)
    {
        var (left, right) = (new BucketSums(), new BucketSums());
        var unreadable = Unreadable(await from.RunAsync(table, left.Add, cancellationToken), DifferenceKind.UnreadableFrom)
            .Concat(Unreadable(await to.RunAsync(table, right.Add, cancellationToken), DifferenceKind.UnreadableTo)).ToList();
        var found = unreadable.Take(most).ToList();
        long count = unreadable.Count;
        if (BucketSums.Differ(left, right))
        {
            using var suspects = new SuspectFile();
            await from.RunAsync(table, row => AddSuspect(suspects, 0, row), cancellationToken);
            await to.RunAsync(table, row => AddSuspect(suspects, 1, row), cancellationToken);
            foreach (var difference in suspects.Differences().Select(pair => Difference(table, pair)).Where(one => !isPart || one.Kind != DifferenceKind.OnlyTo))
            {
                count++;
                if (found.Count < most)
                {
                    found.Add(difference);
                }
            }
        }

        return new TableDifferences(table.Name, left.Rows, right.Rows, count, found);

        void AddSuspect(SuspectFile suspects, int side, ScannedRow row)
        {
            if (BucketSums.Differ(left, right, row.KeyHash))
            {
                suspects.Add(side, row);
            }
        }
    }

    private static RowDifference Difference(SyncTable table, (string Key, string?[]? From, string?[]? To) pair) => pair switch
    {
        (var key, not null, null) => new(table.Name, key, DifferenceKind.OnlyFrom, []),
        (var key, null, _) => new(table.Name, key, DifferenceKind.OnlyTo, []),
        var (key, a, b) => new(table.Name, key, DifferenceKind.Values,
            [.. table.Columns.Where((_, i) => !string.Equals(a[i], b[i], StringComparison.Ordinal)).Select(column => column.Name)]),
    };

    private static IEnumerable<RowDifference> Unreadable(IReadOnlyList<UnreadableRow> rows, DifferenceKind kind) =>
        rows.Select(row => new RowDifference(row.Table, row.Key, kind, []));
}
