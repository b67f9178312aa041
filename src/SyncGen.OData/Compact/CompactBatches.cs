using MessagePack;
using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.OData.Compact;

/// <summary>Batches of rows, in the compact format.</summary>
internal static class CompactBatches
{
    private const byte Deleted = 1;

    public static void Write(ref MessagePackWriter writer, SyncScope scope, ChangeBatch? batch)
    {
        if (batch is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(5);
        CompactValues.Write(ref writer, batch.Cursor);
        writer.Write(batch.IsLast);
        writer.Write(batch.Bytes);
        writer.WriteArrayHeader(batch.Tables.Count);
        foreach (var changes in batch.Tables)
        {
            changes.Table.Accept(new ChangeRows(changes)).Write(ref writer, scope);
        }

        writer.WriteArrayHeader(batch.Unreadable.Count);
        foreach (var row in batch.Unreadable)
        {
            writer.WriteArrayHeader(3);
            writer.Write(row.Table);
            writer.Write(row.Key);
            writer.Write(row.Error);
        }
    }

    public static ChangeBatch? ReadChanges(ref MessagePackReader reader, SyncScope scope)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        CompactValues.RequireArray(ref reader, 5);
        var cursor = CompactValues.ReadBytes(ref reader) ?? [];
        var isLast = reader.ReadBoolean();
        var bytes = reader.ReadInt64();
        var tables = new List<TableChanges>();
        for (var left = reader.ReadArrayHeader(); left > 0; left--)
        {
            var rows = CompactRows.Read(ref reader, scope, width: 0);
            tables.Add(rows.Table.Accept(new ChangeRows.Reader(rows)));
        }

        var unreadable = new List<UnreadableRow>();
        for (var left = reader.ReadArrayHeader(); left > 0; left--)
        {
            CompactValues.RequireArray(ref reader, 3);
            unreadable.Add(new UnreadableRow(CompactValues.ReadText(ref reader), CompactValues.ReadText(ref reader), SyncVersion.None, CompactValues.ReadText(ref reader)));
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

    public static EditBatch ReadEdits(ref MessagePackReader reader, SyncScope scope)
    {
        CompactValues.RequireArray(ref reader, 4);
        var lastTick = reader.ReadInt64();
        var bytes = reader.ReadInt64();
        var isLast = reader.ReadBoolean();
        var tables = new List<TableEdits>();
        for (var left = reader.ReadArrayHeader(); left > 0; left--)
        {
            var rows = CompactRows.Read(ref reader, scope, EditRows.Width);
            tables.Add(rows.Table.Accept(new EditRows.Reader(rows, lastTick)));
        }

        return new EditBatch(tables, lastTick, bytes) { IsLast = isLast };
    }

    /// <summary>A table's changes, as they are written.</summary>
    private sealed class ChangeRows(TableChanges changes) : ISyncTableVisitor<CompactRows>
    {
        public CompactRows Visit<TRow>(SyncTable<TRow> table)
            where TRow : class
        {
            var rows = new CompactRows(table);
            foreach (var change in ((TableChanges<TRow>)changes).Rows)
            {
                rows.Add(table, change.Row, ShapeOf(change.Kind), (byte)change.Kind);
            }

            return rows;
        }

        private static CompactShape ShapeOf(ChangeKind kind) => kind == ChangeKind.Write ? CompactShape.Row : CompactShape.Key;

        /// <summary>A table's changes, as they are read.</summary>
        public sealed class Reader(CompactRows rows) : ISyncTableVisitor<TableChanges>
        {
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

                    changes.Rows.Add(new RowChange<TRow>(rows.Read(table, ShapeOf(kind)), kind, SyncVersion.None, SyncVersion.None, 0));
                }

                rows.RequireEnd();
                return changes;
            }
        }
    }

    /// <summary>A table's edits, as they are written: each with its tick, its time and its anchor.</summary>
    private sealed class EditRows(TableEdits edits) : ISyncTableVisitor<CompactRows>
    {
        public const int Width = 3;

        public CompactRows Visit<TRow>(SyncTable<TRow> table)
            where TRow : class
        {
            var rows = new CompactRows(table);
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
