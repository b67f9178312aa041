using SyncGen.Model;

namespace SyncGen.OData.Tests.Model;

/// <summary>A table whose columns had other names before.</summary>
internal sealed class RenamedTable<TRow>(SyncTable<TRow> inner, IReadOnlyDictionary<string, string[]> former) : SyncTable<TRow>
    where TRow : class
{
    public override string Name => inner.Name;

    public override IReadOnlyList<SyncColumn> Columns { get; } =
        [.. inner.Columns.Select(column => column with { FormerNames = former.GetValueOrDefault(column.Property) ?? [] })];

    public override int KeyLength => inner.KeyLength;

    public override TRow Read(RowReader reader) => inner.Read(reader);

    public override TRow ReadKey(RowReader reader) => inner.ReadKey(reader);

    public override void Write(TRow row, RowWriter writer) => inner.Write(row, writer);

    public override void WriteKey(TRow row, RowWriter writer) => inner.WriteKey(row, writer);

    public override bool ContentEquals(TRow left, TRow right) => inner.ContentEquals(left, right);

    public override bool KeyEquals(TRow left, TRow right) => inner.KeyEquals(left, right);

    public override int KeyHash(TRow row) => inner.KeyHash(row);

    public override int CompareKeys(TRow left, TRow right) => inner.CompareKeys(left, right);
}
