namespace SyncGen.Relational.Rows;

/// <summary>The keys of an application's table that a transaction wrote, behind the table's row type.</summary>
internal abstract class WrittenKeys
{
    /// <summary>Forgets them: another transaction begins.</summary>
    public abstract void Clear();

    /// <summary>Whether another program's write of one of them was committed since the log was folded.</summary>
    public abstract ValueTask<bool> IsOvertakenAsync(CancellationToken cancellationToken);
}
