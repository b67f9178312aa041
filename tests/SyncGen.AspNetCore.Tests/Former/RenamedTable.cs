using SyncGen.Model;

namespace SyncGen.AspNetCore.Tests.Former;

/// <summary>A table that got other names, and whose columns did, or another type or key.</summary>
internal sealed class RenamedTable<TRow>(SyncTable<TRow> inner, string name, IReadOnlyList<string> former, Func<SyncColumn, SyncColumn> change, int? keyLength = null) : SyncTable<TRow>
    where TRow : class
{
    public override string Name => name;

    public override IReadOnlyList<string> FormerNames => former;

    public override IReadOnlyList<SyncColumn> Columns { get; } = [.. inner.Columns.Select(change)];

    public override int KeyLength => keyLength ?? inner.KeyLength;

    public override TRow Read(RowReader reader) => inner.Read(reader);

    public override TRow ReadKey(RowReader reader) => inner.ReadKey(reader);

    public override void Write(TRow row, RowWriter writer) => inner.Write(row, writer);

    public override void WriteKey(TRow row, RowWriter writer) => inner.WriteKey(row, writer);

    public override bool ContentEquals(TRow left, TRow right) => inner.ContentEquals(left, right);

    public override bool KeyEquals(TRow left, TRow right) => inner.KeyEquals(left, right);

    public override int KeyHash(TRow row) => inner.KeyHash(row);

    public override int CompareKeys(TRow left, TRow right) => inner.CompareKeys(left, right);
}
