namespace SyncGen.AspNetCore.Diagnostics;

/// <summary>A request that was answered, as operators see it. It says nothing of whose it was.</summary>
/// <param name="Time">When it came.</param>
/// <param name="Operation">What was asked for.</param>
/// <param name="Format">In which format; null where it named none that there is.</param>
/// <param name="Rows">How many rows travelled.</param>
/// <param name="Conflicts">How many conflicts were settled.</param>
/// <param name="Quarantined">How many rows were put into quarantine.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Status">The HTTP status; 0 where the client had gone before it had one.</param>
internal sealed record ServedRequest(
    DateTimeOffset Time, string Operation, string? Format, int Rows, int Conflicts, int Quarantined, TimeSpan Duration, int Status);
