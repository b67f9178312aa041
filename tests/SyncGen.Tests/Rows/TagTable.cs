using SyncGen.Model;

namespace SyncGen.Tests.Rows;

/// <summary>The table of <see cref="Tag"/>, as the generator would write it.</summary>
public sealed class TagTable : SyncTable<Tag>
{
    private static readonly SyncColumn[] s_columns = [new("Name", SyncType.String, false), new("Weight", SyncType.Int32, false)];

    public override string Name => "Tag";

    public override IReadOnlyList<SyncColumn> Columns => s_columns;

    public override int KeyLength => 1;

    public override Tag Read(RowReader reader) => new() { Name = reader.GetString(0), Weight = reader.GetInt32(1) };

    public override Tag ReadKey(RowReader reader) => new() { Name = reader.GetString(0) };

    public override void Write(Tag row, RowWriter writer)
    {
        writer.SetString(0, row.Name);
        writer.SetInt32(1, row.Weight);
    }

    public override void WriteKey(Tag row, RowWriter writer) => writer.SetString(0, row.Name);

    public override bool ContentEquals(Tag left, Tag right) => left == right;

    public override bool KeyEquals(Tag left, Tag right) => string.Equals(left.Name, right.Name, StringComparison.Ordinal);

    public override int KeyHash(Tag row) => row.Name.GetHashCode(StringComparison.Ordinal);

    public override int CompareKeys(Tag left, Tag right) => string.CompareOrdinal(left.Name, right.Name);
}
