using Microsoft.AspNetCore.Http;
using SyncGen.AspNetCore.Diagnostics;
using SyncGen.AspNetCore.Errors;
using SyncGen.AspNetCore.Former;
using SyncGen.AspNetCore.Hooks;
using SyncGen.AspNetCore.Hosting;
using SyncGen.AspNetCore.Requests;
using SyncGen.Filters;
using SyncGen.Model;
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
        var former = await FindModelAsync(call.Leaf);
        if (former is not null && SessionStart.IsFirstCall(call))
        {
            ServiceLog.FormerModel(service.Logger, service.Scope.Name, call.Leaf.Fingerprint);
        }

        var (leaf, filter, hooks) = Meet(call.Leaf, SyncOperation.Download);
        if (call.Request is not null)
        {
            await hooks.BeginAsync();
        }

        var answer = await StoreRetry.RunAsync(() => DownloadAsync(call, leaf, filter), service.Environment, context.RequestAborted);
        if (answer.Batch is { } batch)
        {
            await hooks.EndAsync(batch);
        }

        RequestRecord.Of(context).Sent(answer.Batch?.Count ?? 0);
        var told = former is null ? answer : answer with { Hub = former.Answer(answer.Hub), Batch = answer.Batch is { } rows ? former.Answer(rows) : null };
        await CompactExchange.SendAsync(context, target => CompactFormat.Write(target, former?.Scope ?? service.Scope, told));
    }

    /// <summary>Takes a batch of the leaf's edits.</summary>
    public async Task UploadAsync()
    {
        var (sent, former) = await ReadUploadAsync();
        var (batch, gone) = former?.Present(sent.Batch) ?? (sent.Batch, []);
        var call = sent with { Batch = batch };
        var (leaf, filter, hooks) = Meet(call.Leaf, SyncOperation.Upload);
        await hooks.BeginAsync();
        var changed = new HashSet<(SyncTable Table, long Tick)>();
        if (former is not null && call.Batch.Tables.Any(edits => hooks.Judges(edits.Table)))
        {
            await StoreRetry.RunAsync(() => CompleteAsync(call, leaf, filter), service.Environment, context.RequestAborted);
        }

        foreach (var edits in call.Batch.Tables)
        {
            await edits.Table.Accept(new EditJudge(edits, hooks, changed));
        }

        var (answer, result) = await StoreRetry.RunAsync(() => UploadAsync(call, leaf, filter, hooks), service.Environment, context.RequestAborted);
        foreach (var answers in answer.Tables)
        {
            answers.Table.Accept(new ChangedAnswers(answers, hooks, changed));
        }

        await hooks.EndAsync(result);
        RequestRecord.Of(context).Took(sent.Batch.Count, result);
        var told = former?.Answer(answer, gone) ?? answer;
        await CompactExchange.SendAsync(context, target => CompactFormat.Write(target, former?.Scope ?? service.Scope, told));
    }

    // In which form the edits are, the leaf's model says.
    private async Task<(UploadCall Call, FormerModel? Former)> ReadUploadAsync()
    {
        using var body = await CompactExchange.ReadBodyAsync(context, service);
        var message = body.GetBuffer().AsMemory(0, (int)body.Length);
        var former = await FindModelAsync(CompactFormat.ReadUploadingLeaf(message));
        return (CompactFormat.ReadUploadCall(message, former?.Scope ?? service.Scope, service.Options.Limits), former);
    }

    private async ValueTask<FormerModel?> FindModelAsync(LeafState leaf)
    {
        var former = await service.Former.FindAsync(leaf.Fingerprint, context.RequestAborted);
        RequestRecord.Of(context).FormerModel = former?.Scope.Fingerprint;
        return former;
    }

    // Hooks see whole rows. What an edit lacks is looked up again when it is taken: others may have changed it by then.
    private async Task<int> CompleteAsync(UploadCall call, ProvenLeaf leaf, FilterBinding? filter)
    {
        await using var lease = await service.Pool.RentAsync(context.RequestAborted);
        await lease.Session.CompleteAsync(call.Leaf with { Leaf = leaf.Id, Filter = filter }, call.Batch, context.RequestAborted);
        return call.Batch.Count;
    }

    // Who asks, for which part, and what the application does for it.
    private (ProvenLeaf Leaf, FilterBinding? Filter, RequestHooks Hooks) Meet(LeafState claimed, SyncOperation operation)
    {
        var filter = FilterOfRequest.Read(context, service, blob: null);
        var leaf = new ProvenLeaf(service.Blobs, _user, claimed.Leaf, claimed.HubMarker);
        return (leaf, filter, new RequestHooks(service, new SyncRequest(service.Scope, operation, context, leaf.Id, filter)));
    }

    private async Task<DownloadAnswer> DownloadAsync(DownloadCall call, ProvenLeaf leaf, FilterBinding? filter)
    {
        await using var lease = await service.Pool.RentAsync(context.RequestAborted);
        var (state, hub) = await WelcomeAsync(lease.Session, leaf, call.Leaf, filter);
        var isKnown = call.Leaf.Hub.IsNone || call.Leaf.Hub == hub.Hub;
        if (call.Request is not { } request || !isKnown)
        {
            return new DownloadAnswer(hub, null, null);
        }

        await using var stream = await lease.Session.OpenDownloadAsync(request with { Leaf = state.Leaf, Filter = filter }, context.RequestAborted);
        var batch = await stream.ReadAsync(context.RequestAborted) ?? throw new InvalidOperationException("The store gave no batch, not even an empty one.");
        var header = stream.Header;
        return new DownloadAnswer(hub, header with { Marker = leaf.Wrap(header.Marker, hub.Hub, header.Watermark) }, batch);
    }

    private async Task<(UploadAnswer Answer, BatchResult Result)> UploadAsync(UploadCall call, ProvenLeaf leaf, FilterBinding? filter, RequestHooks hooks)
    {
        await using var lease = await service.Pool.RentAsync(context.RequestAborted, hooks.Conflicts);
        var (state, hub) = await WelcomeAsync(lease.Session, leaf, call.Leaf, filter);
        var bounds = new EditBounds(leaf.AnchorOf(hub.Hub), service.Environment.NowMicroseconds);
        foreach (var edits in call.Batch.Tables)
        {
            edits.Table.Accept(new BoundedEdits(edits, bounds));
        }

        var answer = await lease.Session.AcceptAsync(state, call.Batch, context.RequestAborted);
        var read = answer.Tables.Select(table => table.Table.Accept(new GreatestHubTick(table))).DefaultIfEmpty().Max();
        var result = call.Batch.IsLast ? await lease.RetryQuarantineAsync(answer.Result, context.RequestAborted) : answer.Result;
        // What had waited may be others' rows, of which one that holds a part is told nothing.
        var told = filter is null ? result : answer.Result;
        return (new UploadAnswer(answer.Tables, told, leaf.Wrap(answer.Marker, hub.Hub, read)), result);
    }

    private async ValueTask<(LeafState State, HubState Hub)> WelcomeAsync(PeerSession session, ProvenLeaf leaf, LeafState claimed, FilterBinding? filter)
    {
        var state = claimed with { Leaf = leaf.Id, HubMarker = leaf.Marker, Filter = filter };
        var hub = await session.WelcomeAsync(state, context.RequestAborted);
        if (leaf.Id.IsNone || leaf.Id == hub.Hub)
        {
            throw new ServiceException(StatusCodes.Status400BadRequest, "The client's identity is that of the service, or none. A leaf has one of its own.");
        }

        if (leaf.Hub == hub.Hub && !await session.RecognizesAsync(leaf.Marker, context.RequestAborted))
        {
            await HubRestore.ResetAsync(session, service, context.RequestAborted);
            hub = await session.WelcomeAsync(state, context.RequestAborted);
        }

        return (state, hub);
    }
}
