using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.OData.Compact;

/// <summary>A table's changes, as they are written; with versions, bases and times for who wants them.</summary>
internal sealed class ChangeRowsWriter(TableChanges changes, ReplicaList? replicas) : ISyncTableVisitor<CompactRows>
{
    public CompactRows Visit<TRow>(SyncTable<TRow> table)
        where TRow : class
    {
        var rows = new CompactRows(table, replicas is null ? 0 : ReplicaList.Width);
        foreach (var change in ((TableChanges<TRow>)changes).Rows)
        {
            if (replicas is null)
            {
                rows.Add(table, change.Row, ShapeOf(change.Kind), (byte)change.Kind);
            }
            else
            {
                rows.Add(
                    table, change.Row, ShapeOf(change.Kind), (byte)change.Kind,
                    replicas.IndexOf(change.Version.Replica), change.Version.Tick, replicas.IndexOf(change.Base.Replica), change.Base.Tick, change.Time);
            }
        }

        return rows;
    }

    /// <summary>How much of a row travels.</summary>
    public static CompactShape ShapeOf(ChangeKind kind) => kind == ChangeKind.Write ? CompactShape.Row : CompactShape.Key;
}
