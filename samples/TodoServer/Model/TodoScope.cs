using SyncGen;

namespace Todos;

[SyncScope("todo", typeof(TodoItem))]
public static partial class TodoScope;
