using Microsoft.Data.Sqlite;
using SQLitePCL;
using SyncGen.Relational;

namespace SyncGen.Sqlite;

/// <summary>Translates what SQLite says into what SyncGen says.</summary>
internal static class SqliteErrors
{
    /// <summary>SQLITE_READONLY_DBMOVED.</summary>
    private const int MovedAway = 1032;

    /// <summary>An exception of the driver.</summary>
    public static SyncException Translate(SqliteException exception, string store) =>
        Create(exception.SqliteErrorCode, exception.Message.TrimEnd('.'), store, exception);

    /// <summary>The last error of a connection.</summary>
    public static SyncException Last(sqlite3 handle, int code, string store) =>
        raw.sqlite3_extended_errcode(handle) == MovedAway
            ? new SyncException(SyncErrorCode.StoreUnavailable,
                $"'{store}' was moved, replaced or removed while it was open. Dispose its provider, and open the file anew.")
            : Create(code & 0xFF, raw.sqlite3_errmsg(handle).utf8_to_string(), store, null);

    /// <summary>What a constraint refused; null if the code is no refusal of a row.</summary>
    public static WriteOutcome? Refusal(sqlite3 handle, int code)
    {
        var message = raw.sqlite3_errmsg(handle).utf8_to_string();
        return (code & 0xFF) switch
        {
            raw.SQLITE_CONSTRAINT => raw.sqlite3_extended_errcode(handle) switch
            {
                raw.SQLITE_CONSTRAINT_FOREIGNKEY => new WriteOutcome(0, SyncErrorCode.ForeignKeyViolated, message),
                raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_ROWID =>
                    new WriteOutcome(0, SyncErrorCode.ConstraintViolated, message, IsKeyTaken: true),
                _ => new WriteOutcome(0, SyncErrorCode.ConstraintViolated, message),
            },
            raw.SQLITE_TOOBIG or raw.SQLITE_MISMATCH => new WriteOutcome(0, SyncErrorCode.UnstorableValue, message),
            _ => null,
        };
    }

    private static SyncException Create(int code, string message, string store, Exception? inner) => code switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(SyncErrorCode.StoreBusy,
            $"Another program holds '{store}' locked ({message}). Try again, or allow a longer LockTimeout.", inner, isTransient: true),
        raw.SQLITE_FULL => new(SyncErrorCode.StoreFull,
            $"The disk of '{store}' is full. Nothing of the batch was applied: free room and synchronise again.", inner),
        raw.SQLITE_READONLY => new(SyncErrorCode.StoreReadOnly,
            $"'{store}' may only be read ({message}). Grant write access to the file and its folder.", inner),
        raw.SQLITE_CANTOPEN => new(SyncErrorCode.StoreUnavailable,
            $"'{store}' cannot be opened ({message}). Check that it is a file that is there or may be created, and that its folder exists and may be written.", inner),
        raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT => new(SyncErrorCode.StoreCorrupt,
            $"'{store}' is damaged, or no SQLite database ({message}). Restore it from a backup.", inner),
        raw.SQLITE_IOERR => new(SyncErrorCode.StoreFailed,
            $"Reading or writing '{store}' failed ({message}). Check its disk, and whether there is room on it.", inner, isTransient: true),
        _ => new(SyncErrorCode.StoreFailed, $"'{store}' failed: {message} (SQLite error {code}).", inner),
    };
}
