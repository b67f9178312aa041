namespace SyncGen.Providers;

/// <summary>A leaf's edits on their way to the hub. A batch must be confirmed before the next is read.</summary>
public abstract class EditStream : IAsyncDisposable
{
    /// <summary>How many edits wait.</summary>
    public abstract long ExpectedRows { get; }

    /// <summary>Rows that the leaf holds but cannot read as the model says; they stay edits and do not go up.</summary>
    public abstract IReadOnlyList<UnreadableRow> Unreadable { get; }

    /// <summary>Reads the next batch; null when there is none left.</summary>
    public abstract ValueTask<EditBatch?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Lets go of what reading holds.</summary>
    public abstract ValueTask DisposeAsync();
}
