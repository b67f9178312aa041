using SyncGen.Versions;

namespace SyncGen.Providers;

/// <summary>One row of a batch.</summary>
/// <typeparam name="TRow">The entity class.</typeparam>
/// <param name="Row">The row; only its key unless it was written.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Version">Who wrote this content, and when.</param>
/// <param name="Base">The foreign version that the write replaced; none if there is none.</param>
/// <param name="Time">The write's time, in microseconds since 1970-01-01 UTC.</param>
public readonly record struct RowChange<TRow>(TRow Row, ChangeKind Kind, SyncVersion Version, SyncVersion Base, long Time)
    where TRow : class
{
    /// <summary>The write's place in the order of all writes of the row.</summary>
    public Stamp Stamp => new(Time, Version);
}
