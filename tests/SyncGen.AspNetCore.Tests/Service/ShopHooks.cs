using SyncGen.AspNetCore.Hooks;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Tests.Service;

/// <summary>Does what a test's rules say.</summary>
internal sealed class ShopHooks(HookRules rules, RequestNumber number) : SyncScopeHooks
{
    public override ValueTask<SyncRefusal?> DownloadingAsync(SyncRequest request, CancellationToken cancellationToken) => BeginAsync(request);

    public override ValueTask DownloadedAsync(SyncRequest request, ChangeBatch batch, CancellationToken cancellationToken)
    {
        rules.Calls.Enqueue($"{number.Value} downloaded {batch.Count}");
        return default;
    }

    public override ValueTask<SyncRefusal?> UploadingAsync(SyncRequest request, CancellationToken cancellationToken) => BeginAsync(request);

    public override ValueTask UploadedAsync(SyncRequest request, BatchResult result, CancellationToken cancellationToken)
    {
        rules.Calls.Enqueue($"{number.Value} uploaded {result.Tables.Sum(table => table.Written + table.Deleted)}, {result.Notes.Count} notes");
        rules.Uploaded(result);
        return default;
    }

    private ValueTask<SyncRefusal?> BeginAsync(SyncRequest request)
    {
        rules.Calls.Enqueue($"{number.Value} {request.Operation} {request.Scope.Name} {request.Format?.ToString() ?? "compact"}");
        return new(rules.Before(request));
    }
}
