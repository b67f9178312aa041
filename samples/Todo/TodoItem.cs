using SyncGen;

// snippet: entity
[SyncEntity]
public sealed class TodoItem
{
    public Guid Id { get; set; }
    public string Title { get; set; } = "";
    public bool Done { get; set; }
}
// end snippet
