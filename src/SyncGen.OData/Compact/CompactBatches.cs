using MessagePack;
using SyncGen.Model;
using SyncGen.OData.Feeds;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.OData.Compact;

/// <summary>Batches of rows, in the compact format.</summary>
internal static class CompactBatches
{
    private const byte Deleted = 1;

    /// <summary>Writes a batch.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="batch">The batch; null: none.</param>
    /// <param name="withVersions">Whether the rows' versions, bases and times go with them: a leaf needs none.</param>
    public static void Write(ref MessagePackWriter writer, SyncScope scope, ChangeBatch? batch, bool withVersions)
    {
        if (batch is null)
        {
            writer.WriteNil();
            return;
        }

        var replicas = withVersions ? new ReplicaList() : null;
        var tables = batch.Tables.Select(changes => changes.Table.Accept(new ChangeRowsWriter(changes, replicas))).ToList();
        var unreadable = batch.Unreadable.Select(row => (Row: row, Replica: replicas?.IndexOf(row.Version.Replica) ?? 0)).ToList();
        writer.WriteArrayHeader(6);
        CompactValues.Write(ref writer, batch.Cursor);
        writer.Write(batch.IsLast);
        writer.Write(batch.Bytes);
        ReplicaList.Write(ref writer, replicas);
        writer.WriteArrayHeader(tables.Count);
        foreach (var rows in tables)
        {
            rows.Write(ref writer, scope);
        }

        writer.WriteArrayHeader(unreadable.Count);
        foreach (var (row, replica) in unreadable)
        {
            writer.WriteArrayHeader(5);
            writer.Write(row.Table);
            writer.Write(row.Key);
            writer.Write(row.Error);
            writer.Write(replica);
            writer.Write(withVersions ? row.Version.Tick : 0);
        }
    }

    public static ChangeBatch? ReadChanges(ref MessagePackReader reader, SyncScope scope, bool withVersions, FeedLimits? limits = null)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        CompactValues.RequireArray(ref reader, 6);
        var cursor = CompactValues.ReadBytes(ref reader) ?? [];
        var isLast = reader.ReadBoolean();
        var bytes = reader.ReadInt64();
        var replicas = ReplicaList.Read(ref reader, withVersions);
        var tables = new List<TableChanges>();
        var rowsLeft = limits?.EntriesMax ?? int.MaxValue;
        for (var left = reader.ReadArrayHeader(); left > 0; left--)
        {
            var rows = CompactRows.Read(ref reader, scope, replicas is null ? 0 : ReplicaList.Width, limits, rowsLeft);
            rowsLeft -= rows.Count;
            tables.Add(rows.Table.Accept(new ChangeRowsReader(rows, replicas)));
        }

        var unreadable = new List<UnreadableRow>();
        for (var left = reader.ReadArrayHeader(); left > 0; left--)
        {
            CompactValues.RequireArray(ref reader, 5);
            var (table, key, error) = (CompactValues.ReadText(ref reader), CompactValues.ReadText(ref reader), CompactValues.ReadText(ref reader));
            var (replica, tick) = (reader.ReadInt64(), reader.ReadInt64());
            unreadable.Add(new UnreadableRow(table, key, replicas?.VersionOf(replica, tick) ?? SyncVersion.None, error));
        }

        return new ChangeBatch(tables, cursor, isLast, bytes) { Unreadable = unreadable };
    }

    public static void Write(ref MessagePackWriter writer, SyncScope scope, EditBatch batch)
    {
        writer.WriteArrayHeader(4);
        writer.Write(batch.LastTick);
        writer.Write(batch.Bytes);
        writer.Write(batch.IsLast);
        writer.WriteArrayHeader(batch.Tables.Count);
        foreach (var edits in batch.Tables)
        {
            edits.Table.Accept(new EditRows(edits)).Write(ref writer, scope);
        }
    }

    public static EditBatch ReadEdits(ref MessagePackReader reader, SyncScope scope, FeedLimits limits)
    {
        CompactValues.RequireArray(ref reader, 4);
        var lastTick = reader.ReadInt64();
        var bytes = reader.ReadInt64();
        var isLast = reader.ReadBoolean();
        var tables = new List<TableEdits>();
        var rowsLeft = limits.EntriesMax;
        for (var left = reader.ReadArrayHeader(); left > 0; left--)
        {
            var rows = CompactRows.Read(ref reader, scope, EditRows.Width, limits, rowsLeft);
            rowsLeft -= rows.Count;
            tables.Add(rows.Table.Accept(new EditRows.Reader(rows, lastTick)));
        }

        return new EditBatch(tables, lastTick, bytes) { IsLast = isLast };
    }

    /// <summary>A table's edits, as they are written: each with its tick, its time and its anchor.</summary>
    private sealed class EditRows(TableEdits edits) : ISyncTableVisitor<CompactRows>
    {
        public const int Width = 3;

        public CompactRows Visit<TRow>(SyncTable<TRow> table)
            where TRow : class
        {
            var rows = new CompactRows(table, Width);
            foreach (var edit in ((TableEdits<TRow>)edits).Edits)
            {
                rows.Add(table, edit.Row, edit.IsDeleted ? CompactShape.Key : CompactShape.Row, edit.IsDeleted ? Deleted : (byte)0, edit.Tick, edit.Time, edit.Anchor);
            }

            return rows;
        }

        /// <summary>A table's edits, as they are read.</summary>
        public sealed class Reader(CompactRows rows, long lastTick) : ISyncTableVisitor<TableEdits>
        {
            public TableEdits Visit<TRow>(SyncTable<TRow> table)
                where TRow : class
            {
                var edits = new TableEdits<TRow>(table);
                for (var i = 0; i < rows.Count; i++)
                {
                    var isDeleted = rows.Kind(i) == Deleted;
                    if (rows.Numbers(i) is not [> 0 and var tick, var time, >= 0 and var anchor] || tick > lastTick)
                    {
                        throw Malformed.Of($"An edit of {table.Name} has a tick beyond its batch, or a negative anchor.");
                    }

                    edits.Edits.Add(new RowEdit<TRow>(rows.Read(table, isDeleted ? CompactShape.Key : CompactShape.Row), isDeleted, tick, time, anchor));
                }

                rows.RequireEnd();
                return edits;
            }
        }
    }
}
