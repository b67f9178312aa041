using SyncGen.Model;

namespace SyncGen.AspNetCore.Former;

/// <summary>A table as an earlier model has it, over the rows of now: reads and writes them in the form of then. Immutable and thread-safe.</summary>
internal sealed class FormerTable<TRow>(SyncTable<TRow> present, TableDescription former, ColumnMap map) : SyncTable<TRow>
    where TRow : class
{
    private readonly SyncColumn[] _columns = [.. former.Columns.Select(column => new SyncColumn(column.Name, column.Type, column.IsNullable))];
    private readonly RowValues _defaults = RowValues.OfDefaults(present);

    /// <summary>The table of now.</summary>
    public SyncTable<TRow> Present => present;

    /// <summary>The columns of now of which rows in the form of then say nothing; null if there are none.</summary>
    public ColumnSet? Absent => map.Absent;

    public override string Name => former.Name;

    public override string? Schema => former.Schema;

    public override IReadOnlyList<SyncColumn> Columns => _columns;

    public override int KeyLength => former.KeyLength;

    /// <summary>Reads a row. What there is no more is read over; what it may not be now any more, such as null, it is not.</summary>
    public override TRow Read(RowReader reader)
    {
        var then = new RowValues(_columns.Length);
        var now = new RowValues(present.Columns.Count);
        for (var i = 0; i < present.Columns.Count; i++)
        {
            now.Set(i, _defaults, i);
        }

        for (var i = 0; i < _columns.Length; i++)
        {
            reader.CopyTo(i, _columns[i].Type, _columns[i].IsNullable, then.Writer, i);
            var ordinal = map.PresentOf(i);
            if (ordinal >= 0 && !(then.IsNull(i) && !present.Columns[ordinal].IsNullable))
            {
                now.Set(ordinal, then, i);
            }
        }

        return present.Read(now);
    }

    public override TRow ReadKey(RowReader reader) => present.ReadKey(reader);

    /// <summary>Writes a row. What there is no more is null, or nothing where it could not be null.</summary>
    public override void Write(TRow row, RowWriter writer)
    {
        var now = new RowValues(present.Columns.Count);
        var then = new RowValues(_columns.Length);
        present.Write(row, now.Writer);
        for (var i = 0; i < _columns.Length; i++)
        {
            var ordinal = map.PresentOf(i);
            if (ordinal >= 0 && !now.IsNull(ordinal))
            {
                then.Set(i, now, ordinal);
            }
            else if (!_columns[i].IsNullable)
            {
                then.SetZero(i, _columns[i].Type);
            }

            then.CopyTo(i, _columns[i].Type, _columns[i].IsNullable, writer, i);
        }
    }

    public override void WriteKey(TRow row, RowWriter writer) => present.WriteKey(row, writer);

    public override bool ContentEquals(TRow left, TRow right) => present.ContentEquals(left, right);

    public override bool KeyEquals(TRow left, TRow right) => present.KeyEquals(left, right);

    public override int KeyHash(TRow row) => present.KeyHash(row);

    public override int CompareKeys(TRow left, TRow right) => present.CompareKeys(left, right);
}
