using SyncGen;

namespace Acme_Todo.Client;

/// <summary>What synchronises together. The later of two changes of a row stays.</summary>
[SyncScope("todo", typeof(TodoItem), Conflicts = ConflictPolicy.LatestWins)]
public static partial class TodoScope;
