namespace SyncGen.Http.Tests.Model;

[SyncScope("notes", typeof(Note))]
public static partial class NoteScope;
