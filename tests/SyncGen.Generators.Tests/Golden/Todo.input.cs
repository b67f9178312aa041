namespace Demo;

public enum Priority { Low, High }

[SyncEntity]
public sealed class TodoList
{
    [Key]
    public Guid Id { get; set; }

    [MaxLength(50)]
    public string Name { get; set; } = "";

    public List<TodoItem> Items { get; } = [];
}

[SyncEntity]
public sealed class TodoItem
{
    [Key]
    public Guid Id { get; set; }

    [ForeignKey(nameof(List))]
    public Guid ListId { get; set; }

    public TodoList? List { get; set; }

    public string Title { get; set; } = "";

    public bool Done { get; set; }

    public decimal? Cost { get; set; }

    public Priority Priority { get; set; }
}

[SyncScope("todo", typeof(TodoList), typeof(TodoItem))]
public partial class TodoScope
{
    static partial void OnTodoItemConflict(Conflict<TodoItem> conflict, ref ConflictResolution<TodoItem> resolution) =>
        resolution = ConflictResolution<TodoItem>.KeepLocal;
}
