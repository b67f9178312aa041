using SyncGen.Model;

namespace SyncGen.Providers;

/// <summary>A peer while a session has it: source, destination, and hub of leaves. A hub behind HTTP is one too.</summary>
public abstract class PeerSession : StoreSession
{
    /// <summary>Folds the change log and says who this is and what it knows.</summary>
    public abstract ValueTask<PeerState> IdentifyAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Hears what a partner knows, and remembers it for forgetting. Answers whether the partner was silent for so long
    /// that it is expelled: then it must <see cref="RestartAsync"/> before rows travel.
    /// </summary>
    public abstract ValueTask<bool> HearAsync(PeerState partner, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a new identity after this store was restored from a backup: a partner knows ticks of it that it does not
    /// have. Rows written here since the last upload that the store remembers become new writes. A partner that knows
    /// nothing newer changes nothing.
    /// </summary>
    /// <param name="partnerKnows">The greatest tick of this store that the partner knows; <see cref="long.MaxValue"/> if this store did not recognise its marker.</param>
    /// <param name="cancellationToken">Cancels the call; nothing is changed then.</param>
    /// <returns>Whether a new identity was taken.</returns>
    public abstract ValueTask<bool> ResetIdentityAsync(long partnerKnows, CancellationToken cancellationToken);

    /// <summary>
    /// Starts again after having been expelled: takes a new identity, turns the writes that the partner has not seen
    /// into new writes, and asks for all other rows afresh with the next pull.
    /// </summary>
    public abstract ValueTask RestartAsync(PeerState partner, CancellationToken cancellationToken);

    /// <summary>
    /// Whether this store is still the one that gave a partner a marker. One that was restored from a backup taken
    /// before does not have it, even if its tick has grown beyond the partner's anchor since; nor has a copy.
    /// </summary>
    /// <param name="marker">What this store gave, see <see cref="ChangeHeader.Marker"/>; null if it gave nothing.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual ValueTask<bool> RecognizesAsync(byte[]? marker, CancellationToken cancellationToken) => new(true);

    /// <summary>As destination: what this store has to say to a source.</summary>
    public abstract ValueTask<PullRequest> BeginPullAsync(PeerState source, CancellationToken cancellationToken);

    /// <summary>As source: folds, fixes a watermark, and opens the rows that the request lacks.</summary>
    public abstract ValueTask<ChangeStream> OpenChangesAsync(PullRequest request, CancellationToken cancellationToken);

    /// <summary>As destination: applies a batch in one transaction with its cursor; with the last one, knowledge and anchor too.</summary>
    public abstract ValueTask<BatchResult> ApplyAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken);

    /// <summary>Tries the rows in quarantine again. Called at the end of a session.</summary>
    public abstract ValueTask<BatchResult> RetryQuarantineAsync(CancellationToken cancellationToken);

    /// <summary>
    /// As hub: the earlier model with a fingerprint, if this store once was provisioned for it and was migrated since; null otherwise.
    /// Default: null, it remembers none.
    /// </summary>
    /// <param name="fingerprint">The fingerprint of the earlier model, as a client names it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual ValueTask<ScopeDescription?> FindFormerModelAsync(string fingerprint, CancellationToken cancellationToken) => new((ScopeDescription?)null);

    /// <summary>As hub: answers a leaf that says who it is. Folds the change log.</summary>
    public abstract ValueTask<HubState> WelcomeAsync(LeafState leaf, CancellationToken cancellationToken);

    /// <summary>
    /// As hub: gives edits that lack columns what this store's rows of their keys have, for who looks at edits before they are taken. Those
    /// outside the leaf's part stay as they are. To take the edits does the same, within its transaction. Default: does nothing.
    /// </summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="batch">The edits, which are changed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual ValueTask CompleteAsync(LeafState leaf, EditBatch batch, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>As hub: takes a batch of a leaf's edits, in one transaction. May be repeated with the same batch.</summary>
    public abstract ValueTask<UploadAnswer> AcceptAsync(LeafState leaf, EditBatch batch, CancellationToken cancellationToken);

    /// <summary>As hub: opens the rows that a leaf lacks.</summary>
    public abstract ValueTask<ChangeStream> OpenDownloadAsync(DownloadRequest request, CancellationToken cancellationToken);
}
