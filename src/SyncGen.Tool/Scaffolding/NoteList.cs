using SyncGen.Tool.Scaffolding.Schema;

namespace SyncGen.Tool.Scaffolding;

/// <summary>Gathers notes, each once.</summary>
internal sealed class NoteList
{
    private readonly List<ScaffoldNote> _notes = [];
    private readonly HashSet<ScaffoldNote> _seen = [];

    public IReadOnlyList<ScaffoldNote> Notes => _notes;

    /// <summary>Adds a note on a column, or on the whole table.</summary>
    public void Add(ScaffoldNoteKind kind, TableName table, string? column, string text) => Add(new ScaffoldNote(kind, table.ToString(), column, text));

    /// <summary>Adds a note on the document.</summary>
    public void Add(ScaffoldNoteKind kind, string text) => Add(new ScaffoldNote(kind, null, null, text));

    private void Add(ScaffoldNote note)
    {
        if (_seen.Add(note))
        {
            _notes.Add(note);
        }
    }
}
