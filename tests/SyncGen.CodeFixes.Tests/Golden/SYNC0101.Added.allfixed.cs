using System;
using SyncGen;

namespace Notes;

[SyncEntity]
public class Note
{
    public Guid Id { get; set; }

    // What it says.
    public string Text { get; set; } = "";
}

[SyncEntity]
public record Draft(string Text)
{
    public Guid Id { get; set; }
} // Positional.

[SyncEntity]
public class Empty
{
    public Guid Id { get; set; }
}
