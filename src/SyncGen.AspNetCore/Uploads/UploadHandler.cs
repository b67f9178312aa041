using Microsoft.AspNetCore.Http;
using SyncGen.AspNetCore.Diagnostics;
using SyncGen.AspNetCore.Hooks;
using SyncGen.AspNetCore.Hosting;
using SyncGen.AspNetCore.Requests;
using SyncGen.Filters;
using SyncGen.OData.Blobs;
using SyncGen.OData.Feeds;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Uploads;

/// <summary>Takes what a client changed, in one transaction, and answers what became of it.</summary>
internal sealed class UploadHandler(HttpContext context, ScopeService service, string path)
{
    public async Task RunAsync()
    {
        var exchange = new FeedExchange(context, service, path);
        var (bytes, upload) = await ReadAsync();
        var (client, filter, hooks) = exchange.Meet(bytes, SyncOperation.Upload);
        await hooks.BeginAsync();
        await upload.JudgeAsync(hooks);
        var (answer, result, next) = await StoreRetry.RunAsync(() => TakeAsync(upload, client, filter, hooks), service.Environment, context.RequestAborted);
        await hooks.EndAsync(result);
        // The original never says that this is the last batch, and its clients expect as much.
        await exchange.AnswerAsync(next, more: true, async writer =>
        {
            foreach (var entry in upload.Answer(answer, hooks, new AnswerIds(service.Schema, exchange.Address)))
            {
                await writer.WriteAsync(entry);
            }
        });
    }

    private async ValueTask<(byte[]? Blob, Upload Upload)> ReadAsync()
    {
        var format = Negotiation.FormatOfBody(context.Request);
        await using var body = ServiceBodies.Of(context.Request);
        await using var reader = await Feed.OpenAsync(format, service.Schema, body, service.Options.Limits, context.RequestAborted);
        var upload = new Upload(service.Scope);
        while (await reader.ReadAsync(context.RequestAborted) is { } entry)
        {
            upload.Add(entry);
        }

        return (reader.Blob, upload);
    }

    private async Task<(UploadAnswer Answer, BatchResult Result, ServerBlob Next)> TakeAsync(
        Upload upload, ServerBlob client, FilterBinding? filter, RequestHooks hooks)
    {
        var cancellationToken = context.RequestAborted;
        await using var lease = await service.Pool.RentAsync(cancellationToken, hooks.Conflicts);
        var state = new LeafState(client.Leaf, client.Hub, client.Taken, client.Anchor, upload.Count, service.Scope.Fingerprint) { Filter = filter };
        var hub = await lease.Session.WelcomeAsync(state, cancellationToken);
        if (client.Hub == hub.Hub && (client.Anchor > hub.Tick || !await lease.Session.RecognizesAsync(client.Marker, cancellationToken)))
        {
            await HubRestore.ResetAsync(lease.Session, service, cancellationToken);
            hub = await lease.Session.WelcomeAsync(state, cancellationToken);
        }

        // What a client read of a hub that is no more says nothing of this one: its edits are decided as made without knowing.
        var anchor = client.Hub == hub.Hub ? client.Anchor : 0;
        var plan = upload.Plan(new UploadBasis(hub.Taken, client.Taken, hub.TakenMarker, anchor, service.Environment.NowMicroseconds));
        var answer = await lease.Session.AcceptAsync(state with { Tick = plan.Batch.LastTick, Marker = plan.Marker }, plan.Batch, cancellationToken);
        RequestRecord.Of(context).Took(upload.Count, answer.Result);
        var result = await lease.RetryQuarantineAsync(answer.Result, cancellationToken);
        var isSameHub = client.Hub.IsNone || client.Hub == hub.Hub;
        var next = client with
        {
            Hub = isSameHub ? hub.Hub : client.Hub,
            Taken = plan.Batch.LastTick,
            Marker = isSameHub ? answer.Marker ?? client.Marker : client.Marker,
        };
        return (answer, result, next);
    }
}
