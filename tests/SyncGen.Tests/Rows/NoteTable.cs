using SyncGen.Conflicts;
using SyncGen.Model;

namespace SyncGen.Tests.Rows;

/// <summary>The table of <see cref="Note"/>, as the generator would write it.</summary>
public sealed class NoteTable(ConflictPolicy policy = ConflictPolicy.LatestWins, Func<Conflict<Note>, ConflictResolution<Note>>? resolve = null) : SyncTable<Note>
{
    private static readonly SyncColumn[] s_columns = [new("Id", SyncType.Int32, false), new("Text", SyncType.String, false)];

    public override string Name => "Note";

    public override IReadOnlyList<SyncColumn> Columns => s_columns;

    public override int KeyLength => 1;

    public override ConflictPolicy Conflicts => policy;

    public override Note Read(RowReader reader) => new() { Id = reader.GetInt32(0), Text = reader.GetString(1) };

    public override Note ReadKey(RowReader reader) => new() { Id = reader.GetInt32(0) };

    public override void Write(Note row, RowWriter writer)
    {
        writer.SetInt32(0, row.Id);
        writer.SetString(1, row.Text);
    }

    public override void WriteKey(Note row, RowWriter writer) => writer.SetInt32(0, row.Id);

    public override bool ContentEquals(Note left, Note right) => left == right;

    public override bool KeyEquals(Note left, Note right) => left.Id == right.Id;

    public override int KeyHash(Note row) => row.Id;

    public override int CompareKeys(Note left, Note right) => left.Id.CompareTo(right.Id);

    public override ConflictResolution<Note> Resolve(Conflict<Note> conflict) => resolve?.Invoke(conflict) ?? base.Resolve(conflict);
}
