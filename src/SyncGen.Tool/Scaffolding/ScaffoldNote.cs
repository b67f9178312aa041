namespace SyncGen.Tool.Scaffolding;

/// <summary>Something that whoever scaffolds should know.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Table">The table, with its schema where that is not the login's own; null for the document as a whole.</param>
/// <param name="Column">The column; null for the table as a whole.</param>
/// <param name="Text">A sentence that says what, and what to do about it.</param>
internal sealed record ScaffoldNote(ScaffoldNoteKind Kind, string? Table, string? Column, string Text)
{
    /// <summary>As it is printed.</summary>
    public override string ToString() => (Table, Column) switch
    {
        (null, _) => Text,
        (_, null) => $"{Table}: {Text}",
        _ => $"{Table}.{Column}: {Text}",
    };
}
