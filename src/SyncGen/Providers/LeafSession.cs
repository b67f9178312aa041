namespace SyncGen.Providers;

/// <summary>A leaf while a session has it.</summary>
public abstract class LeafSession : StoreSession
{
    /// <summary>Folds the change log into edits and says who this is.</summary>
    public abstract ValueTask<LeafState> IdentifyAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Meets the hub: remembers it at the first session; takes a new identity if the hub has taken ticks that this leaf
    /// does not have (it was restored from a backup); prepares to reconcile if the hub has a new identity.
    /// </summary>
    /// <returns>Who this is now.</returns>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.TopologyMismatch"/>: this leaf hangs on another hub.</exception>
    public abstract ValueTask<LeafState> MeetAsync(HubState hub, CancellationToken cancellationToken);

    /// <summary>Opens the edits that wait to go up.</summary>
    public abstract ValueTask<EditStream> OpenEditsAsync(CancellationToken cancellationToken);

    /// <summary>Takes the hub's answer to a batch, in one transaction: confirmed edits are edits no more, the hub's rows are taken.</summary>
    public abstract ValueTask<BatchResult> ConfirmAsync(EditBatch batch, UploadAnswer answer, CancellationToken cancellationToken);

    /// <summary>What this leaf has to say to its hub before a download.</summary>
    public abstract ValueTask<DownloadRequest> BeginDownloadAsync(CancellationToken cancellationToken);

    /// <summary>Applies a batch in one transaction with its cursor; with the last one, the anchor too. Rows that have an edit are left alone.</summary>
    public abstract ValueTask<BatchResult> ApplyAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken);

    /// <summary>Tries the rows in quarantine again. Called at the end of a session.</summary>
    public abstract ValueTask<BatchResult> RetryQuarantineAsync(CancellationToken cancellationToken);
}
