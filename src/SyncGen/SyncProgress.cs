namespace SyncGen;

/// <summary>How far a session is: one report when a phase begins, and one for each batch.</summary>
/// <param name="Phase">What the session is doing.</param>
/// <param name="Client">The client's name.</param>
/// <param name="Server">The server's name.</param>
/// <param name="Table">The table whose rows came last; null before the first batch of a phase.</param>
/// <param name="RowsDone">Rows done in this phase; when completed, in the whole session.</param>
/// <param name="RowsExpected">About how many rows this phase has, never less than are done; when completed, as many as are done.</param>
/// <param name="BytesDone">Size of the rows done in this phase, in bytes; when completed, in the whole session.</param>
/// <param name="BytesExpected">
/// The size that this phase will have, in bytes, estimated from the rows done so far; null before the first batch.
/// </param>
public sealed record SyncProgress(
    SyncPhase Phase,
    string Client,
    string Server,
    string? Table,
    long RowsDone,
    long RowsExpected,
    long BytesDone,
    long? BytesExpected)
{
    /// <summary>How much of this phase is done, from 0 to 1; 1 if it has nothing to do.</summary>
    public double Fraction => RowsExpected == 0 ? 1 : (double)RowsDone / RowsExpected;
}
