using SyncGen.Providers;

namespace SyncGen.Relational.Leaves;

/// <summary>Reads the edits of one table in the order of their ticks.</summary>
internal abstract class EditCursor
{
    /// <summary>The tick of the edit that the cursor stands on.</summary>
    public long Tick { get; protected set; }

    /// <summary>The edits that were taken since <see cref="Open"/>; null if there are none.</summary>
    public abstract TableEdits? Taken { get; }

    /// <summary>Starts reading the edits whose ticks lie above a tick.</summary>
    public abstract void Open(long from);

    /// <summary>Goes to the next edit.</summary>
    public abstract ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken);

    /// <summary>Takes the edit that the cursor stands on; answers its size in bytes, about.</summary>
    public abstract ValueTask<long> TakeAsync(List<UnreadableRow> unreadable, CancellationToken cancellationToken);

    /// <summary>Stops reading.</summary>
    public abstract void Close();
}
