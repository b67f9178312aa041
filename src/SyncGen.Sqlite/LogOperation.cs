namespace SyncGen.Sqlite;

/// <summary>What a log entry says was done to its key.</summary>
internal static class LogOperation
{
    /// <summary>Perhaps deleted, since another row takes its place: only where the row is gone.</summary>
    public const int Replaced = 4;
}
