using MySqlConnector;
using SyncGen.Relational;

namespace SyncGen.MySql;

/// <summary>Translates what MySQL and MariaDB say into what SyncGen says, by the numbers that their manuals list.</summary>
internal static class MySqlErrors
{
    /// <summary>Why the database refused a row; null if the error is another.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="key">The name of the index that is the table's key; null if the statement is of no table.</param>
    public static WriteOutcome? RefusalOf(MySqlException exception, string? key) => exception.Number switch
    {
        // Children or parents in the way: 1216 and 1217 without a right to see them.
        1216 or 1217 or 1451 or 1452 => new WriteOutcome(0, SyncErrorCode.ForeignKeyViolated, exception.Message),
        // A value that is there once already.
        1062 or 1169 or 1586 => new WriteOutcome(0, SyncErrorCode.ConstraintViolated, exception.Message, IsKeyTaken: IsOf(exception.Message, key)),
        // NULL where there must be a value; a view's or a table's check; what a trigger of the application signals.
        1048 or 1364 or 1369 or 1644 or 3819 or 4025 => new WriteOutcome(0, SyncErrorCode.ConstraintViolated, exception.Message),
        // Values that do not fit: too long, out of range, not of the type's form, too long for a row.
        1118 or 1264 or 1265 or 1292 or 1366 or 1367 or 1406 or 1411 or 1690 or 3140 or 3141 => new WriteOutcome(0, SyncErrorCode.UnstorableValue, exception.Message),
        _ => exception.SqlState switch
        {
            ['4', '5', ..] or ['2', '3', ..] => new WriteOutcome(0, SyncErrorCode.ConstraintViolated, exception.Message),
            ['2', '2', ..] => new WriteOutcome(0, SyncErrorCode.UnstorableValue, exception.Message),
            _ => null,
        },
    };

    /// <summary>Any error of the driver.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="store">The store's name.</param>
    /// <param name="isOpen">Whether the connection is still there.</param>
    public static SyncException Translate(Exception exception, string store, bool isOpen) =>
        exception is MySqlException { Number: > 0 } error && (isOpen || !IsLost(error.Number))
            ? Create(error.Number, error.Message, store, exception)
            : new SyncException(SyncErrorCode.StoreUnavailable,
                $"'{store}' cannot be reached ({Innermost(exception).Message}). Check that the server runs, and the connection string's server and port.",
                exception, isTransient: true);

    private static SyncException Create(int number, string message, string store, Exception inner) => number switch
    {
        // A deadlock; a row that changed since this transaction's state.
        1213 or 1020 or 1614 => new(SyncErrorCode.StoreContended,
            $"Another program's transaction and a session's stood in each other's way in '{store}' ({message}). Nothing of the batch was applied: try again.", inner, isTransient: true),
        1205 or 3572 => new(SyncErrorCode.StoreBusy,
            $"Another program holds rows or tables of '{store}' locked ({message}). Try again, or allow a longer LockTimeout.", inner, isTransient: true),
        1216 or 1217 or 1451 or 1452 => new(SyncErrorCode.ForeignKeyViolated, $"'{store}' lacks a row that another refers to: {message}.", inner),
        1021 or 1037 or 1038 or 1041 or 1114 => new(SyncErrorCode.StoreFull,
            $"The server of '{store}' is out of room ({message}). Nothing of the batch was applied: free room and synchronise again.", inner),
        1290 or 1792 or 1836 => new(SyncErrorCode.StoreReadOnly,
            $"'{store}' may only be read ({message}). Connect to the primary server.", inner),
        1142 or 1143 or 1227 or 1370 => new(SyncErrorCode.StoreReadOnly,
            $"The login for '{store}' lacks a right ({message}). Grant it, or use another login.", inner),
        1419 => new(SyncErrorCode.StoreReadOnly,
            $"The server of '{store}' keeps a binary log and lets its administrators alone make triggers ({message}). Set its variable log_bin_trust_function_creators to 1, or provision with an administrator's login.", inner),
        1044 or 1045 or 1049 or 1698 => new(
            SyncErrorCode.StoreUnavailable, $"'{store}' refuses the login ({message}). Check the connection string's user, password and database.", inner),
        _ when IsLost(number) => new(SyncErrorCode.StoreUnavailable,
            $"The server of '{store}' broke the connection off, or takes none now ({message}). Try again.", inner, isTransient: true),
        1034 or 1194 or 1195 or 1712 or 1877 => new(SyncErrorCode.StoreCorrupt,
            $"'{store}' is damaged ({message}). Restore it from a backup.", inner),
        _ => new(SyncErrorCode.StoreFailed, $"'{store}' failed: {message} (MySQL error {number}).", inner),
    };

    // No room for connections, shut down, killed, gone.
    private static bool IsLost(int number) => number is 1040 or 1042 or 1053 or 1077 or 1079 or 1080 or 1152 or (>= 1158 and <= 1161) or 1184 or 1203 or 1927 or (>= 2000 and < 2100) or 4031;

    // Duplicate entry '1' for key 'PRIMARY', or 'Table.PRIMARY'. The value comes first and may hold anything.
    private static bool IsOf(string message, string? key) =>
        key is not null && (message.EndsWith($"'{key}'", StringComparison.OrdinalIgnoreCase) || message.EndsWith($".{key}'", StringComparison.OrdinalIgnoreCase));

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;
}
