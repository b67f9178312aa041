using SyncGen.Providers;

namespace SyncGen.Sessions;

/// <summary>One of two peers that meet, and what it last said of itself.</summary>
internal sealed class PeerParty(MeetingContext context, string name, PeerSession session)
{
    private PeerState? _state;

    public string Name => name;

    public PeerSession Session => session;

    public PeerState State => _state ?? throw new InvalidOperationException($"{name} has not said who it is.");

    public async ValueTask IdentifyAsync(CancellationToken cancellationToken) =>
        _state = await context.Retry.RunAsync(session.IdentifyAsync, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// A partner that knows ticks of this store that it does not have shows that it was restored from a backup; one with
    /// the same identity, that one of them is a copy.
    /// </summary>
    public async ValueTask ResetIfRestoredAsync(PeerParty partner, CancellationToken cancellationToken)
    {
        var isCopy = State.Replica == partner.State.Replica;
        var partnerKnows = isCopy || !await IsRecognizedAsync(partner, cancellationToken).ConfigureAwait(false)
            ? long.MaxValue
            : partner.State.Knowledge.TickOf(State.Replica);
        if (partnerKnows <= State.Tick)
        {
            return;
        }

        if (await context.Retry.RunAsync(token => session.ResetIdentityAsync(partnerKnows, token), cancellationToken).ConfigureAwait(false))
        {
            await IdentifyAsync(cancellationToken).ConfigureAwait(false);
            context.Tally.IdentityReset(name, partner.Name);
        }

        if (isCopy)
        {
            await RequireOtherIdentityAsync(partner, cancellationToken).ConfigureAwait(false);
        }
    }

    // Its tick alone does not show it: a restored store may have counted on beyond what the partner has read.
    private async ValueTask<bool> IsRecognizedAsync(PeerParty partner, CancellationToken cancellationToken)
    {
        var request = await context.Retry.RunAsync(
            token => partner.Session.BeginPullAsync(State, token), cancellationToken).ConfigureAwait(false);
        return await context.Retry.RunAsync(
            token => session.RecognizesAsync(request.Marker, token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Hears what the partner says of itself. Answers whether it is expelled.</summary>
    public ValueTask<bool> HearsThatExpelledAsync(PeerParty partner, CancellationToken cancellationToken) =>
        context.Retry.RunAsync(token => session.HearAsync(partner.State, token), cancellationToken);

    /// <summary>Starts again from what the partner holds.</summary>
    public async ValueTask RestartAsync(PeerParty partner, CancellationToken cancellationToken)
    {
        await context.Retry.RunAsync(Run, cancellationToken).ConfigureAwait(false);
        await IdentifyAsync(cancellationToken).ConfigureAwait(false);
        context.Tally.Restarted(name, partner.Name);

        async ValueTask<bool> Run(CancellationToken token)
        {
            await session.RestartAsync(partner.State, token).ConfigureAwait(false);
            return true;
        }
    }

    // Two providers may have been made for one and the same store.
    private async ValueTask RequireOtherIdentityAsync(PeerParty partner, CancellationToken cancellationToken)
    {
        await partner.IdentifyAsync(cancellationToken).ConfigureAwait(false);
        if (State.Replica == partner.State.Replica)
        {
            throw new SyncException(SyncErrorCode.TopologyMismatch, $"{name} and {partner.Name} are the same store. Synchronise it with another one.");
        }
    }
}
