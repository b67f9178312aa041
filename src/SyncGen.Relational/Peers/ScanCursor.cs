using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Peers;

/// <summary>Reads all rows of one table, in the order in which they are stored where that is known.</summary>
internal abstract class ScanCursor
{
    /// <summary>Starts from behind a row; from the start if the key is empty, or of a row that is gone.</summary>
    /// <param name="after">The key of the last row that was read, as JSON; empty for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public abstract ValueTask OpenAsync(string after, CancellationToken cancellationToken);

    /// <summary>Goes to the next row.</summary>
    public abstract ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken);

    /// <summary>Adds the row that the cursor stands on to a batch, unless the partner wrote it itself.</summary>
    public abstract ValueTask AddToAsync(BatchBuilder batch, ReadFilter filter, CancellationToken cancellationToken);

    /// <summary>The key of the row that the cursor stands on, as JSON.</summary>
    public abstract string Key { get; }

    /// <summary>Stops reading.</summary>
    public abstract void Close();
}
