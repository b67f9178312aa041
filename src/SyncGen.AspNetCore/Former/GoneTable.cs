using SyncGen.Model;

namespace SyncGen.AspNetCore.Former;

/// <summary>A table of an earlier model that there is no more. Immutable and thread-safe.</summary>
internal sealed class GoneTable(TableDescription former) : SyncTable<GoneRow>
{
    private readonly SyncColumn[] _columns = [.. former.Columns.Select(column => new SyncColumn(column.Name, column.Type, column.IsNullable))];

    public override string Name => former.Name;

    public override string? Schema => former.Schema;

    public override IReadOnlyList<SyncColumn> Columns => _columns;

    public override int KeyLength => former.KeyLength;

    public override GoneRow Read(RowReader reader) => Read(reader, _columns.Length);

    public override GoneRow ReadKey(RowReader reader) => Read(reader, former.KeyLength);

    public override void Write(GoneRow row, RowWriter writer) => Write(row, writer, _columns.Length);

    public override void WriteKey(GoneRow row, RowWriter writer) => Write(row, writer, former.KeyLength);

    public override bool ContentEquals(GoneRow left, GoneRow right) => Enumerable.Range(0, _columns.Length).All(i => left.Values.IsSame(i, right.Values));

    public override bool KeyEquals(GoneRow left, GoneRow right) => Enumerable.Range(0, former.KeyLength).All(i => left.Values.IsSame(i, right.Values));

    public override int KeyHash(GoneRow row) => RowJson.WriteKey(this, row).GetHashCode(StringComparison.Ordinal);

    public override int CompareKeys(GoneRow left, GoneRow right) => string.CompareOrdinal(RowJson.WriteKey(this, left), RowJson.WriteKey(this, right));

    private GoneRow Read(RowReader reader, int count)
    {
        var values = new RowValues(_columns.Length);
        for (var i = 0; i < count; i++)
        {
            reader.CopyTo(i, _columns[i].Type, _columns[i].IsNullable, values.Writer, i);
        }

        return new GoneRow(values);
    }

    private void Write(GoneRow row, RowWriter writer, int count)
    {
        for (var i = 0; i < count; i++)
        {
            row.Values.CopyTo(i, _columns[i].Type, _columns[i].IsNullable, writer, i);
        }
    }
}
