using SyncGen;

namespace Notes;

[SyncEntity]
public class Note
{
    // What it says.
    public string Text { get; set; } = "";
}

[SyncEntity]
public record Draft(string Text); // Positional.

[SyncEntity]
public class Empty;
