namespace SyncGen.Tool.Scaffolding;

/// <summary>What a note is about.</summary>
internal enum ScaffoldNoteKind
{
    /// <summary>The document has something that it had not.</summary>
    Added,

    /// <summary>The document no longer has something, since the database has not.</summary>
    Removed,

    /// <summary>The document follows a change of the database.</summary>
    Changed,

    /// <summary>The database has something that the document cannot carry.</summary>
    LeftOut,

    /// <summary>It works, but there is something to know.</summary>
    Caution,
}
