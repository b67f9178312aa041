using Npgsql;
using SyncGen.Relational;

namespace SyncGen.PostgreSql;

/// <summary>Translates what PostgreSQL says into what SyncGen says, by the codes that its manual lists.</summary>
internal static class PostgreSqlErrors
{
    /// <summary>Why the database refused a row; null if the error is another.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="keys">The names of the constraints and indexes that are the tables' keys.</param>
    public static WriteOutcome? RefusalOf(PostgresException exception, IReadOnlySet<string> keys) => exception.SqlState switch
    {
        PostgresErrorCodes.ForeignKeyViolation => new WriteOutcome(0, SyncErrorCode.ForeignKeyViolated, exception.MessageText),
        PostgresErrorCodes.UniqueViolation => new WriteOutcome(0, SyncErrorCode.ConstraintViolated, exception.MessageText,
            IsKeyTaken: exception.ConstraintName is { } name && keys.Contains(name)),
        // Integrity constraints, and what triggers and functions of the application raise.
        ['2', '3', ..] or ['P', '0', ..] or ['4', '4', ..] => new WriteOutcome(0, SyncErrorCode.ConstraintViolated, exception.MessageText),
        // Values that do not fit: too long, out of range, not of the type's form, too long for an index.
        ['2', '2', ..] or PostgresErrorCodes.ProgramLimitExceeded => new WriteOutcome(0, SyncErrorCode.UnstorableValue, exception.MessageText),
        PostgresErrorCodes.InsufficientPrivilege when exception.MessageText.Contains("row-level security", StringComparison.Ordinal) =>
            new WriteOutcome(0, SyncErrorCode.ConstraintViolated, exception.MessageText),
        _ => null,
    };

    /// <summary>Any error of the driver.</summary>
    public static SyncException Translate(Exception exception, string store) => exception is PostgresException { SqlState: var code } error
        ? Create(code, error.MessageText, store, exception)
        : new SyncException(SyncErrorCode.StoreUnavailable,
            $"'{store}' cannot be reached ({Innermost(exception).Message}). Check that the server runs, and the connection string's host and port.",
            exception, isTransient: true);

    private static SyncException Create(string code, string message, string store, Exception inner) => code switch
    {
        PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure => new(SyncErrorCode.StoreContended,
            $"Another program's transaction and a session's stood in each other's way in '{store}' ({message}). Nothing of the batch was applied: try again.", inner, isTransient: true),
        PostgresErrorCodes.LockNotAvailable => new(SyncErrorCode.StoreBusy,
            $"Another program holds rows or tables of '{store}' locked ({message}). Try again, or allow a longer LockTimeout.", inner, isTransient: true),
        PostgresErrorCodes.ForeignKeyViolation => new(SyncErrorCode.ForeignKeyViolated, $"'{store}' lacks a row that another refers to: {message}.", inner),
        PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory => new(SyncErrorCode.StoreFull,
            $"The server of '{store}' is out of room ({message}). Nothing of the batch was applied: free room and synchronise again.", inner),
        PostgresErrorCodes.ReadOnlySqlTransaction => new(SyncErrorCode.StoreReadOnly,
            $"'{store}' may only be read ({message}). Connect to the primary server.", inner),
        PostgresErrorCodes.InsufficientPrivilege => new(SyncErrorCode.StoreReadOnly,
            $"The login for '{store}' lacks a right ({message}). Grant it, or use another login.", inner),
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InvalidCatalogName => new(
            SyncErrorCode.StoreUnavailable, $"'{store}' refuses the login ({message}). Check the connection string's user, password and database.", inner),
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections
            or ['0', '8', ..] => new(SyncErrorCode.StoreUnavailable,
            $"The server of '{store}' broke the connection off, or takes none now ({message}). Try again.", inner, isTransient: true),
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => new(SyncErrorCode.StoreCorrupt,
            $"'{store}' is damaged ({message}). Restore it from a backup.", inner),
        _ => new(SyncErrorCode.StoreFailed, $"'{store}' failed: {message} (PostgreSQL error {code}).", inner),
    };

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;
}
