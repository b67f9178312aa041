using Microsoft.Data.Sqlite;
using SyncGen;

namespace QuickStart;

/// <summary>Says in a sentence what is wrong with the folder or its disk.</summary>
internal static class Failure
{
    private const int SqliteReadOnly = 8;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;

    /// <summary>The sentence; null for what should not happen.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        SyncException => exception.Message,
        SqliteException { SqliteErrorCode: SqliteFull } => "The disk is full: free some megabytes, or name another folder.",
        SqliteException { SqliteErrorCode: SqliteReadOnly or SqliteCannotOpen } => "The folder may only be read: name one that can be written.",
        UnauthorizedAccessException or IOException => $"{exception.Message.TrimEnd('.')}. Name another folder, one that can be written.",
        _ => null,
    };
}
