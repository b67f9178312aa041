using SyncGen.AspNetCore.Hooks;
using SyncGen.AspNetCore.Tests.Model;
using SyncGen.Conflicts;

namespace SyncGen.AspNetCore.Tests.Service;

/// <summary>Does what a test's rules say.</summary>
internal sealed class ItemHooks(HookRules rules, RequestNumber number) : SyncRowHooks<Item>, IDisposable
{
    public override async ValueTask<RowDecision<Item>> WritingAsync(Item row, SyncRequest request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        rules.Calls.Enqueue($"{number.Value} write {row.Title}");
        return rules.Writing(row, request);
    }

    public override ValueTask<RowDecision<Item>> DeletingAsync(Item key, SyncRequest request, CancellationToken cancellationToken)
    {
        rules.Calls.Enqueue($"{number.Value} delete {key.Id}");
        return new(rules.Deleting(key));
    }

    public override ConflictResolution<Item>? Resolve(Conflict<Item> conflict, SyncRequest request)
    {
        rules.Calls.Enqueue($"{number.Value} resolve {conflict.Incoming.Row.Title}");
        return rules.Resolve(conflict);
    }

    public void Dispose() => rules.Calls.Enqueue($"{number.Value} end {number.IsDisposed}");
}
