using SyncGen.Model;

namespace SyncGen.Filters;

/// <summary>A filter parameter as a table of one column, so that its values have the form of keys in JSON.</summary>
internal sealed class FilterParameterTable(SyncParameter parameter) : SyncTable<FilterValue>
{
    private readonly SyncColumn[] _columns = [new(parameter.Name, parameter.Type, parameter.IsNullable)];

    public override string Name => parameter.Name;

    public override IReadOnlyList<SyncColumn> Columns => _columns;

    public override int KeyLength => 1;

    public override FilterValue Read(RowReader reader) => FilterValue.Read(parameter.Type, reader, 0);

    public override FilterValue ReadKey(RowReader reader) => Read(reader);

    public override void Write(FilterValue row, RowWriter writer) => row.Write(writer, 0);

    public override void WriteKey(FilterValue row, RowWriter writer) => row.Write(writer, 0);

    public override bool ContentEquals(FilterValue left, FilterValue right) => CompareKeys(left, right) == 0;

    public override bool KeyEquals(FilterValue left, FilterValue right) => CompareKeys(left, right) == 0;

    public override int KeyHash(FilterValue row) => RowJson.WriteKey(this, row).GetHashCode(StringComparison.Ordinal);

    public override int CompareKeys(FilterValue left, FilterValue right) =>
        string.CompareOrdinal(RowJson.WriteKey(this, left), RowJson.WriteKey(this, right));
}
