using Microsoft.AspNetCore.Http;
using SyncGen.AspNetCore.Compact;
using SyncGen.AspNetCore.Diagnostics;
using SyncGen.AspNetCore.Errors;
using SyncGen.AspNetCore.Hooks;
using SyncGen.AspNetCore.Hosting;
using SyncGen.OData.Compact;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Peers;

/// <summary>Answers another peer: whoever the service admits as one is believed what it says of versions, times and knowledge.</summary>
internal sealed class PeerHandler(HttpContext context, ScopeService service)
{
    public async Task RunAsync()
    {
        if (!service.Options.AdmitsPeer(context))
        {
            throw new ServiceException(StatusCodes.Status403Forbidden,
                $"The service takes leaves of the scope {service.Scope.Name}, and admits no peers. Open your store as a leaf, or have {nameof(SyncServiceOptions.AdmitsPeer)} let you in.");
        }

        var call = await CompactExchange.ReadAsync(context, service, message => CompactFormat.ReadPeerCall(message, service.Scope, service.Options.Limits));
        await RequireSameModelAsync(call.Fingerprint);
        var hooks = HooksOf(call);
        if (hooks is not null)
        {
            await hooks.BeginAsync();
        }

        var answer = await StoreRetry.RunAsync(() => AnswerAsync(call, hooks), service.Environment, context.RequestAborted);
        if (hooks is not null)
        {
            await (answer.Batch is { } batch ? hooks.EndAsync(batch) : hooks.EndAsync(answer.Result));
        }

        await CompactExchange.SendAsync(context, target => CompactFormat.Write(target, service.Scope, answer));
    }

    // A peer of an earlier model would pass rows on without the columns that it does not know.
    private async ValueTask RequireSameModelAsync(string theirs)
    {
        if (!string.Equals(theirs, service.Scope.Fingerprint, StringComparison.Ordinal))
        {
            var older = await service.Former.IsFormerAsync(theirs, context.RequestAborted) ? "the peer, which is the older one" : "the older one";
            throw new ServiceException(StatusCodes.Status409Conflict,
                $"Peers must have the same model of the scope {service.Scope.Name}, and the service has {service.Scope.Fingerprint}. Bring both to the same version of the program, and migrate the store of {older}.");
        }
    }

    // What a peer reads is a download, and what it brings an upload; the rest says who is who.
    private RequestHooks? HooksOf(PeerCall call)
    {
        var request = call.Operation switch
        {
            PeerOperation.Read => new SyncRequest(service.Scope, SyncOperation.Download, context, Required(call.Request).Destination, call.Request!.Filter),
            PeerOperation.Apply => new SyncRequest(service.Scope, SyncOperation.Upload, context, Required(call.Partner).Replica, call.Header?.Filter),
            _ => null,
        };
        return request is null ? null : new RequestHooks(service, request);
    }

    private async Task<PeerAnswer> AnswerAsync(PeerCall call, RequestHooks? hooks)
    {
        await using var lease = await service.Pool.RentAsync(context.RequestAborted, hooks?.Conflicts);
        var (session, token) = (lease.Session, context.RequestAborted);
        switch (call.Operation)
        {
            case PeerOperation.Identify:
                return new PeerAnswer { State = await session.IdentifyAsync(token) };
            case PeerOperation.Hear:
                return new PeerAnswer { Is = await session.HearAsync(Required(call.Partner), token) };
            case PeerOperation.Recognize:
                return new PeerAnswer { Is = await session.RecognizesAsync(call.Marker, token) };
            case PeerOperation.Reset:
                return new PeerAnswer { Is = await session.ResetIdentityAsync(call.Known, token) };
            case PeerOperation.Restart:
                await session.RestartAsync(Required(call.Partner), token);
                return new PeerAnswer();
            case PeerOperation.BeginPull:
                return new PeerAnswer { Request = await session.BeginPullAsync(Required(call.Partner), token) };
            case PeerOperation.Read:
                return await ReadAsync(session, Required(call.Request), token);
            case PeerOperation.Apply:
                return new PeerAnswer { Result = await ApplyAsync(lease, call, token) };
            default:
                throw Incomplete();
        }
    }

    private async ValueTask<PeerAnswer> ReadAsync(PeerSession session, PullRequest request, CancellationToken cancellationToken)
    {
        if (!await session.RecognizesAsync(request.Marker, cancellationToken))
        {
            throw new ServiceException(StatusCodes.Status409Conflict, "The store was restored from a backup while this session was on its way. Synchronise again.")
            {
                Code = SyncErrorCode.IdentityReset,
            };
        }

        await using var stream = await session.OpenChangesAsync(request, cancellationToken);
        var batch = await stream.ReadAsync(cancellationToken) ?? throw new InvalidOperationException("The store gave no batch, not even an empty one.");
        RequestRecord.Of(context).Sent(batch.Count);
        return new PeerAnswer { Header = stream.Header, Batch = batch };
    }

    private async ValueTask<BatchResult> ApplyAsync(HubLease lease, PeerCall call, CancellationToken cancellationToken)
    {
        var session = lease.Session;
        var (header, batch, before) = (Required(call.Header), Required(call.Batch), Required(call.Request));
        var now = await session.BeginPullAsync(Required(call.Partner), cancellationToken);
        var follows = header.Source == call.Partner!.Replica && before.Destination == now.Destination
            && (IsAt(now, before.Anchor, before.Cursor) || (batch.IsLast ? IsAt(now, header.Watermark, null) : IsAt(now, before.Anchor, batch.Cursor)));
        if (!follows)
        {
            throw new ServiceException(StatusCodes.Status409Conflict,
                "The rows do not follow what the store has of this peer: it was restored from a backup, or another session of the peer came between. Synchronise again.")
            {
                Code = SyncErrorCode.StoreContended,
            };
        }

        var result = await session.ApplyAsync(header, batch, cancellationToken);
        RequestRecord.Of(context).Took(batch.Count, result);
        return batch.IsLast ? await lease.RetryQuarantineAsync(result, cancellationToken) : result;
    }

    // Before the batch, or behind it where only the answer was lost.
    private static bool IsAt(PullRequest now, long anchor, byte[]? cursor) =>
        now.Anchor == anchor && (now.Cursor ?? []).AsSpan().SequenceEqual(cursor ?? []);

    private static TPart Required<TPart>(TPart? part)
        where TPart : class => part ?? throw Incomplete();

    private static ServiceException Incomplete() => new(StatusCodes.Status400BadRequest, "The message lacks what its operation needs, or has an operation that there is not.");
}
