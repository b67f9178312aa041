using Microsoft.AspNetCore.Builder;
using System;
using SyncGen;

[SyncEntity]
public class Note
{
    public Guid Id { get; set; }
}

[SyncScope("notes", typeof(Note))]
public static partial class NoteScope;

public static class Service
{
    public static void Map(WebApplication app)
    {
        // For all.
        app.MapNoteScope("/sync")
            .RequireCors("pages").RequireAuthorization(); // Pages.
        app.MapNoteScope("/more").RequireAuthorization(); // No pages.
    }
}
