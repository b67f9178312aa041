using MessagePack;
using SyncGen.Conflicts;
using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.OData.Compact;

/// <summary>A hub's answers to edits, in the compact format.</summary>
internal static class CompactAnswers
{
    private const int Width = 3;

    public static void Write(ref MessagePackWriter writer, SyncScope scope, IReadOnlyList<TableAnswers> tables)
    {
        writer.WriteArrayHeader(tables.Count);
        foreach (var answers in tables)
        {
            answers.Table.Accept(new AnswerRows(answers)).Write(ref writer, scope);
        }
    }

    public static IReadOnlyList<TableAnswers> Read(ref MessagePackReader reader, SyncScope scope, EditBatch batch)
    {
        var tables = new List<TableAnswers>();
        for (var left = reader.ReadArrayHeader(); left > 0; left--)
        {
            var rows = CompactRows.Read(ref reader, scope, Width);
            var edits = batch.Tables.FirstOrDefault(one => one.Table == rows.Table) ?? throw Malformed.Of($"The hub answers edits of {rows.Table.Name}, and none were sent.");
            tables.Add(rows.Table.Accept(new AnswerReader(rows, edits)));
        }

        return tables;
    }

    public static void Write(ref MessagePackWriter writer, BatchResult result)
    {
        writer.WriteArrayHeader(2);
        writer.WriteArrayHeader(result.Tables.Count);
        foreach (var counts in result.Tables)
        {
            writer.WriteArrayHeader(8);
            writer.Write(counts.Table);
            writer.Write(counts.Written);
            writer.Write(counts.Deleted);
            writer.Write(counts.Evicted);
            writer.Write(counts.Skipped);
            writer.Write(counts.Conflicts);
            writer.Write(counts.Quarantined);
            writer.Write(counts.Released);
        }

        writer.WriteArrayHeader(result.Notes.Count);
        foreach (var note in result.Notes)
        {
            writer.WriteArrayHeader(6);
            writer.Write(note.Table);
            writer.Write(note.Key);
            writer.Write((int)note.Code);
            writer.Write(note.Message);
            writer.Write((int)note.Policy);
            writer.Write((int?)note.Outcome ?? -1);
        }
    }

    public static BatchResult ReadResult(ref MessagePackReader reader)
    {
        CompactValues.RequireArray(ref reader, 2);
        var tables = new List<TableCounts>();
        for (var left = reader.ReadArrayHeader(); left > 0; left--)
        {
            CompactValues.RequireArray(ref reader, 8);
            tables.Add(new TableCounts(CompactValues.ReadText(ref reader))
            {
                Written = reader.ReadInt32(),
                Deleted = reader.ReadInt32(),
                Evicted = reader.ReadInt32(),
                Skipped = reader.ReadInt32(),
                Conflicts = reader.ReadInt32(),
                Quarantined = reader.ReadInt32(),
                Released = reader.ReadInt32(),
            });
        }

        var notes = new List<RowNote>();
        for (var left = reader.ReadArrayHeader(); left > 0; left--)
        {
            CompactValues.RequireArray(ref reader, 6);
            var note = new RowNote(CompactValues.ReadText(ref reader), CompactValues.ReadText(ref reader), (SyncErrorCode)reader.ReadInt32(), CompactValues.ReadText(ref reader))
            {
                Policy = (ConflictPolicy)reader.ReadInt32(),
            };
            var outcome = reader.ReadInt32();
            notes.Add(outcome < 0 ? note : note with { Outcome = (ConflictOutcome)outcome });
        }

        return new BatchResult(tables, notes);
    }

    /// <summary>A table's answers, as they are written: each with the edit's tick, the hub's, and why it was rejected.</summary>
    private sealed class AnswerRows(TableAnswers answers) : ISyncTableVisitor<CompactRows>
    {
        public CompactRows Visit<TRow>(SyncTable<TRow> table)
            where TRow : class
        {
            var rows = new CompactRows(table, Width);
            foreach (var answer in ((TableAnswers<TRow>)answers).Answers)
            {
                var shape = answer.Outcome == EditOutcome.Replaced ? CompactShape.Row : CompactShape.None;
                rows.Add(table, answer.Row, shape, (byte)answer.Outcome, answer.Edit, answer.HubTick, (long)answer.Rejection);
            }

            return rows;
        }
    }

    /// <summary>A table's answers, as they are read: rows that are not in them are those that were sent.</summary>
    private sealed class AnswerReader(CompactRows rows, TableEdits edits) : ISyncTableVisitor<TableAnswers>
    {
        public TableAnswers Visit<TRow>(SyncTable<TRow> table)
            where TRow : class
        {
            var sent = ((TableEdits<TRow>)edits).Edits.ToDictionary(edit => edit.Tick, edit => edit.Row);
            var answers = new TableAnswers<TRow>(table);
            for (var i = 0; i < rows.Count; i++)
            {
                var numbers = rows.Numbers(i);
                var outcome = (EditOutcome)rows.Kind(i);
                if (!sent.TryGetValue(numbers[0], out var row) || !Enum.IsDefined(outcome))
                {
                    throw Malformed.Of($"The hub answers an edit of {table.Name} that was not sent, or in an unknown way.");
                }

                row = outcome == EditOutcome.Replaced ? rows.Read(table, CompactShape.Row) : row;
                answers.Answers.Add(new EditAnswer<TRow>(numbers[0], outcome, row, numbers[1]) { Rejection = (SyncErrorCode)(int)numbers[2] });
            }

            rows.RequireEnd();
            return answers;
        }
    }
}
