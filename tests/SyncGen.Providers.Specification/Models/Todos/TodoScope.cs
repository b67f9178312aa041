namespace SyncGen.Providers.Specification.Models.Todos;

/// <summary>Lists with their items.</summary>
[SyncScope("todo", typeof(TodoList), typeof(TodoItem))]
public static partial class TodoScope
{
    /// <summary>The scope's stores.</summary>
    public static ScopeStores Stores { get; } = new(Definition, Sqlite, PostgreSql, MySql, SqlServer);
}
