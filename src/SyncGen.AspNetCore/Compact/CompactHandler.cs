using Microsoft.AspNetCore.Http;
using SyncGen.AspNetCore.Hosting;
using SyncGen.AspNetCore.Requests;
using SyncGen.Filters;
using SyncGen.OData.Compact;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Compact;

/// <summary>Answers leaves of SyncGen's own.</summary>
internal sealed class CompactHandler(HttpContext context, ScopeService service)
{
    private readonly string _user = service.Options.User(context);

    /// <summary>Says who the hub is, and sends one batch of what the leaf lacks.</summary>
    public async Task DownloadAsync()
    {
        var call = await CompactExchange.ReadAsync(context, service, CompactFormat.ReadDownloadCall);
        var filter = FilterOfRequest.Read(context, service, blob: null);
        var answer = await StoreRetry.RunAsync(() => DownloadAsync(call, filter), service.Environment, context.RequestAborted);
        await CompactExchange.SendAsync(context, target => CompactFormat.Write(target, service.Scope, answer));
    }

    /// <summary>Takes a batch of the leaf's edits.</summary>
    public async Task UploadAsync()
    {
        var call = await CompactExchange.ReadAsync(context, service, message => CompactFormat.ReadUploadCall(message, service.Scope));
        CompactExchange.RequireFits(service, call.Batch.Count);
        var filter = FilterOfRequest.Read(context, service, blob: null);
        var answer = await StoreRetry.RunAsync(() => UploadAsync(call, filter), service.Environment, context.RequestAborted);
        await CompactExchange.SendAsync(context, target => CompactFormat.Write(target, service.Scope, answer));
    }

    private async Task<DownloadAnswer> DownloadAsync(DownloadCall call, FilterBinding? filter)
    {
        await using var lease = await service.Pool.RentAsync(context.RequestAborted);
        var (leaf, state, hub) = await MeetAsync(lease.Session, call.Leaf, filter);
        var isKnown = call.Leaf.Hub.IsNone || call.Leaf.Hub == hub.Hub;
        if (call.Request is not { } request || !isKnown || call.Leaf.Fingerprint != hub.Fingerprint)
        {
            return new DownloadAnswer(hub, null, null);
        }

        await using var stream = await lease.Session.OpenDownloadAsync(request with { Leaf = state.Leaf, Filter = filter }, context.RequestAborted);
        var batch = await stream.ReadAsync(context.RequestAborted) ?? throw new InvalidOperationException("The store gave no batch, not even an empty one.");
        var header = stream.Header;
        return new DownloadAnswer(hub, header with { Marker = leaf.Wrap(header.Marker, hub.Hub, header.Watermark) }, batch);
    }

    private async Task<UploadAnswer> UploadAsync(UploadCall call, FilterBinding? filter)
    {
        await using var lease = await service.Pool.RentAsync(context.RequestAborted);
        var (leaf, state, hub) = await MeetAsync(lease.Session, call.Leaf, filter);
        CompactExchange.RequireSameModel(service, call.Leaf.Fingerprint, hub.Fingerprint);
        var bounds = new EditBounds(leaf.AnchorOf(hub.Hub), service.Environment.NowMicroseconds);
        foreach (var edits in call.Batch.Tables)
        {
            edits.Table.Accept(new BoundedEdits(edits, bounds));
        }

        var answer = await lease.Session.AcceptAsync(state, call.Batch, context.RequestAborted);
        var read = answer.Tables.Select(table => table.Table.Accept(new GreatestHubTick(table))).DefaultIfEmpty().Max();
        var result = answer.Result;
        if (call.Batch.IsLast)
        {
            // What came up may be what rows in quarantine have waited for.
            var retried = await lease.Session.RetryQuarantineAsync(context.RequestAborted);
            result = new BatchResult([.. result.Tables, .. retried.Tables], [.. result.Notes, .. retried.Notes]);
        }

        return new UploadAnswer(answer.Tables, result, leaf.Wrap(answer.Marker, hub.Hub, read));
    }

    private async ValueTask<(ProvenLeaf Leaf, LeafState State, HubState Hub)> MeetAsync(PeerSession session, LeafState claimed, FilterBinding? filter)
    {
        var leaf = new ProvenLeaf(service.Blobs, _user, claimed.Leaf, claimed.HubMarker);
        var state = claimed with { Leaf = leaf.Id, HubMarker = leaf.Marker, Filter = filter };
        var hub = await session.WelcomeAsync(state, context.RequestAborted);
        if (leaf.Hub == hub.Hub && !await session.RecognizesAsync(leaf.Marker, context.RequestAborted))
        {
            await HubRestore.ResetAsync(session, service, context.RequestAborted);
            hub = await session.WelcomeAsync(state, context.RequestAborted);
        }

        return (leaf, state, hub);
    }
}
