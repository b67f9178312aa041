using SyncGen.AspNetCore.Hooks;
using SyncGen.Conflicts;
using Todos;

namespace TodoServer;

// snippet: hooks
/// <summary>What the server makes of what clients send up.</summary>
internal sealed class TodoItemHooks(ILogger<TodoItemHooks> logger) : SyncRowHooks<TodoItem>
{
    public override ValueTask<RowDecision<TodoItem>> WritingAsync(TodoItem row, SyncRequest request, CancellationToken cancellationToken)
    {
        row.Title = row.Title.Trim();
        return new(row.Title.Length > 0 ? RowDecision<TodoItem>.Accept : RowDecision<TodoItem>.Reject("Say what is to be done."));
    }

    // What one has done is done, whatever another has made of it meanwhile.
    public override ConflictResolution<TodoItem>? Resolve(Conflict<TodoItem> conflict, SyncRequest request)
    {
        var (incoming, local) = (conflict.Incoming, conflict.Local);
        if (incoming.IsDeleted || local.IsDeleted || incoming.Row.Done == local.Row.Done)
        {
            return null;
        }

        var row = conflict.ByPolicy.Outcome == ConflictOutcome.Incoming ? incoming.Row : local.Row;
        row.Done = true;
        logger.LogInformation("{Id} was done and changed at once.", row.Id);
        return ConflictResolution<TodoItem>.Merge(row);
    }
}
// end snippet
