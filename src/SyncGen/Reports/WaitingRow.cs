namespace SyncGen.Reports;

/// <summary>A row in a store's quarantine: the database refused it, and it waits.</summary>
/// <param name="Id">Its number in the quarantine.</param>
/// <param name="Table">The table's name.</param>
/// <param name="Key">The key as JSON.</param>
/// <param name="Row">The row as JSON; null if it was to be deleted.</param>
/// <param name="Code">Why it was refused.</param>
/// <param name="Error">The database's words.</param>
/// <param name="Attempts">How often it was tried, from 1.</param>
/// <param name="FirstAttempt">When it was refused first.</param>
/// <param name="LastAttempt">When it was refused last.</param>
public sealed record WaitingRow(
    long Id,
    string Table,
    string Key,
    string? Row,
    SyncErrorCode Code,
    string Error,
    int Attempts,
    DateTimeOffset FirstAttempt,
    DateTimeOffset LastAttempt);
