using SyncGen.Model;

namespace SyncGen.Relational;

/// <summary>
/// A prepared statement. Parameters and columns are counted from 0; the first ones are those of a table's row or key,
/// so that codecs read and write them as they are. Not thread-safe.
/// </summary>
public abstract class RelationalStatement : IDisposable
{
    /// <summary>Takes the parameters of the next run. They keep their values until they are set again.</summary>
    public abstract RowWriter Parameters { get; }

    /// <summary>Reads the row that <see cref="ReadAsync"/> stands on.</summary>
    public abstract RowReader Row { get; }

    /// <summary>
    /// What is wrong with the key that was read from the row that <see cref="ReadAsync"/> stands on: it is stored in another
    /// form than it would be looked for. Null if nothing is wrong.
    /// </summary>
    public abstract string? OddKey { get; }

    /// <summary>How many bytes of row data were read through <see cref="Row"/> so far, over all rows.</summary>
    public abstract long BytesRead { get; }

    /// <summary>Goes to the next row; at the end answers false and is ready to run again.</summary>
    public abstract ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Runs a statement that gives no rows. A refusal by a constraint is an outcome, not an exception.</summary>
    public abstract ValueTask<WriteOutcome> WriteAsync(CancellationToken cancellationToken = default);

    /// <summary>Runs a statement on a table of SyncGen's own, which no constraint should refuse.</summary>
    /// <returns>How many rows it changed.</returns>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.StoreFailed"/>: it was refused all the same.</exception>
    internal async ValueTask<int> RunAsync(CancellationToken cancellationToken)
    {
        var outcome = await WriteAsync(cancellationToken);
        return outcome.IsRefused
            ? throw new SyncException(SyncErrorCode.StoreFailed,
                $"The store refused what SyncGen keeps of its rows ({outcome.Reason}). Its tracking tables were changed by hand: deprovision and provision it again.")
            : outcome.Changed;
    }

    /// <summary>Stops reading, so that the statement can run again and holds no lock.</summary>
    public abstract void Reset();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the statement.</summary>
    protected abstract void Dispose(bool disposing);
}
