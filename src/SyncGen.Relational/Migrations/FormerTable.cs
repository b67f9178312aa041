using SyncGen.Model;

namespace SyncGen.Relational.Migrations;

/// <summary>A table of an earlier model: named and described, but without a codec, since the rows' class is gone.</summary>
internal sealed class FormerTable(TableDescription description) : SyncTable<FormerRow>
{
    public TableDescription Description => description;

    public override string Name => description.Name;

    public override string? Schema => description.Schema;

    public override IReadOnlyList<SyncColumn> Columns { get; } =
    [
        .. description.Columns.Select(column => new SyncColumn(column.Name, column.Type, column.IsNullable)
        {
            FilterParameter = column.FilterParameter,
            FilterAnyOf = column.FilterAnyOf,
            IsComputed = column.IsComputed,
        }),
    ];

    public override int KeyLength => description.KeyLength;

    public override IReadOnlyList<SyncRelation> Relations => description.Relations;

    public override FormerRow Read(RowReader reader) => throw NoCodec();

    public override FormerRow ReadKey(RowReader reader) => throw NoCodec();

    public override void Write(FormerRow row, RowWriter writer) => throw NoCodec();

    public override void WriteKey(FormerRow row, RowWriter writer) => throw NoCodec();

    public override bool ContentEquals(FormerRow left, FormerRow right) => throw NoCodec();

    public override bool KeyEquals(FormerRow left, FormerRow right) => throw NoCodec();

    public override int KeyHash(FormerRow row) => throw NoCodec();

    public override int CompareKeys(FormerRow left, FormerRow right) => throw NoCodec();

    private NotSupportedException NoCodec() => new($"Rows of '{Name}', a table of an earlier model, are neither read nor written.");
}
