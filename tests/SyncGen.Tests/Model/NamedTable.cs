using SyncGen.Model;
using SyncGen.Tests.Rows;

namespace SyncGen.Tests.Model;

/// <summary>A table of names alone, whose rows are never read.</summary>
internal sealed class NamedTable(string? schema, string name, string[] former, int keyLength, params SyncColumn[] columns) : SyncTable<Note>
{
    public override string? Schema => schema;

    public override string Name => name;

    public override IReadOnlyList<string> FormerNames => former;

    public override IReadOnlyList<SyncColumn> Columns => columns;

    public override int KeyLength => keyLength;

    public override Note Read(RowReader reader) => throw new NotSupportedException();

    public override Note ReadKey(RowReader reader) => throw new NotSupportedException();

    public override void Write(Note row, RowWriter writer) => throw new NotSupportedException();

    public override void WriteKey(Note row, RowWriter writer) => throw new NotSupportedException();

    public override bool ContentEquals(Note left, Note right) => throw new NotSupportedException();

    public override bool KeyEquals(Note left, Note right) => throw new NotSupportedException();

    public override int KeyHash(Note row) => throw new NotSupportedException();

    public override int CompareKeys(Note left, Note right) => throw new NotSupportedException();
}
