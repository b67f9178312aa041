using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Peers;

/// <summary>Reads the changed rows of one table in the order of their ticks.</summary>
internal abstract class ChangeCursor
{
    /// <summary>The tick of the row that the cursor stands on.</summary>
    public long Tick { get; protected set; }

    /// <summary>Starts reading the rows whose ticks lie in (from, to], or the tombstones among them, unless the partner wrote them itself.</summary>
    public abstract void Open(long from, long to, bool tombstonesOnly, ReadFilter filter);

    /// <summary>Goes to the next row.</summary>
    public abstract ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken);

    /// <summary>Adds the row that the cursor stands on to a batch.</summary>
    public abstract ValueTask AddToAsync(BatchBuilder batch, CancellationToken cancellationToken);

    /// <summary>Stops reading.</summary>
    public abstract void Close();
}
