using Microsoft.AspNetCore.Http;
using SyncGen.AspNetCore.Hosting;
using SyncGen.AspNetCore.Requests;
using SyncGen.Filters;
using SyncGen.OData.Blobs;
using SyncGen.OData.Feeds;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.AspNetCore.Uploads;

/// <summary>Takes what a client changed, in one transaction, and answers what became of it.</summary>
internal sealed class UploadHandler(HttpContext context, ScopeService service, string path)
{
    public async Task RunAsync()
    {
        var user = service.Options.User(context);
        var format = Negotiation.FormatOf(context.Request, service.Options);
        var (bytes, upload) = await ReadAsync();
        var blob = service.Blobs.Read(bytes, user);
        var filter = FilterOfRequest.Read(context, service, blob);
        var client = blob ?? new ServerBlob(service.Environment.NewReplicaId(), ReplicaId.None, 0, null, 0, null, filter?.Text ?? "");
        var address = ServiceAddress.Of(context.Request, service.Options, path);
        var (answers, next) = await StoreRetry.RunAsync(() => TakeAsync(upload, client, filter, address), service.Environment, context.RequestAborted);
        using var response = new FeedResponse(context, service, format);
        await using (var writer = response.Begin(address))
        {
            // The original never says that this is the last batch, and its clients expect as much.
            await writer.BeginAsync(new FeedHead(service.Blobs.Protect(next, user), MoreChangesAvailable: true));
            foreach (var entry in answers)
            {
                await writer.WriteAsync(entry);
            }

            await writer.EndAsync();
        }

        await response.SendAsync();
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

    private async Task<(IReadOnlyList<FeedEntry> Answers, ServerBlob Next)> TakeAsync(
        Upload upload, ServerBlob client, FilterBinding? filter, string address)
    {
        var cancellationToken = context.RequestAborted;
        await using var lease = await service.Pool.RentAsync(cancellationToken);
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
        // What came up may be what rows in quarantine have waited for.
        await lease.Session.RetryQuarantineAsync(cancellationToken);
        var isSameHub = client.Hub.IsNone || client.Hub == hub.Hub;
        var next = client with
        {
            Hub = isSameHub ? hub.Hub : client.Hub,
            Taken = plan.Batch.LastTick,
            Marker = isSameHub ? answer.Marker ?? client.Marker : client.Marker,
        };
        return (upload.Answer(answer, service.Schema, address), next);
    }
}
