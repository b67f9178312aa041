namespace SyncGen.Sqlite.Tests.Model;

[SyncScope("todo", typeof(TodoList), typeof(TodoItem))]
public static partial class TodoScope;
