using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.OData.Compact;

/// <summary>A table's changes, as they are read.</summary>
internal sealed class ChangeRowsReader(CompactRows rows, ReplicaList? replicas) : ISyncTableVisitor<TableChanges>
{
    // A time beyond the calendar's end would leave no room above it for the writes that follow.
    private static readonly long s_timeMax = (DateTime.MaxValue - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    public TableChanges Visit<TRow>(SyncTable<TRow> table)
        where TRow : class
    {
        var changes = new TableChanges<TRow>(table);
        for (var i = 0; i < rows.Count; i++)
        {
            var kind = (ChangeKind)rows.Kind(i);
            if (kind is not (ChangeKind.Write or ChangeKind.Delete or ChangeKind.Evict))
            {
                throw Malformed.Of($"A row of {table.Name} has the unknown kind {rows.Kind(i)}.");
            }

            var row = new RowChange<TRow>(rows.Read(table, ChangeRowsWriter.ShapeOf(kind)), kind, default, default, 0);
            changes.Rows.Add(replicas is null ? row : WithVersion(row, rows.Numbers(i), replicas));
        }

        rows.RequireEnd();
        return changes;
    }

    // An eviction may say nothing of who wrote the row.
    private static RowChange<TRow> WithVersion<TRow>(RowChange<TRow> change, ReadOnlySpan<long> numbers, ReplicaList replicas)
        where TRow : class
    {
        var version = replicas.VersionOf(numbers[0], numbers[1]);
        return (!version.IsNone || change.Kind == ChangeKind.Evict) && numbers[4] <= s_timeMax
            ? change with { Version = version, Base = replicas.VersionOf(numbers[2], numbers[3]), Time = numbers[4] }
            : throw Malformed.Of("A row has no version, or is later than any calendar.");
    }
}
