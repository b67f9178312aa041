namespace SyncGen.Providers;

/// <summary>Rows on their way from a source, batch by batch. A batch is valid until the next is read.</summary>
public abstract class ChangeStream : IAsyncDisposable
{
    /// <summary>
    /// What the source says before the rows. After each batch it holds anew: a source that cannot read all rows in one snapshot
    /// raises the watermark, with the knowledge that belongs to it, to where it has come.
    /// </summary>
    public abstract ChangeHeader Header { get; }

    /// <summary>Reads the next batch; null after the one whose <see cref="ChangeBatch.IsLast"/> is true.</summary>
    public abstract ValueTask<ChangeBatch?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Lets go of what reading holds at the source.</summary>
    public abstract ValueTask DisposeAsync();
}
