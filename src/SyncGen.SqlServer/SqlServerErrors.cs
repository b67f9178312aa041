using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using SyncGen.Relational;

namespace SyncGen.SqlServer;

/// <summary>Translates what SQL Server and Azure SQL say into what SyncGen says, by the numbers that their documentation lists.</summary>
internal static class SqlServerErrors
{
    /// <summary>The number of an error that a program of the application raises; greater ones are such too.</summary>
    private const int FirstOfApplications = 50000;

    /// <summary>Why the database refused a row; null if the error is another.</summary>
    /// <param name="number">The error's number.</param>
    /// <param name="message">Its text.</param>
    /// <param name="key">The name of the index that is the table's key; null if the statement is of no table.</param>
    public static WriteOutcome? RefusalOf(int number, string message, string? key) => number switch
    {
        // One number for foreign keys, from either side, and checks: the words are those of T-SQL in every language.
        547 => new WriteOutcome(0, message.Contains("CHECK", StringComparison.Ordinal) ? SyncErrorCode.ConstraintViolated : SyncErrorCode.ForeignKeyViolated, message),
        // A value that is there once already: in an index, or in a constraint.
        2601 or 2627 => new WriteOutcome(0, SyncErrorCode.ConstraintViolated, message, IsKeyTaken: key is not null && message.Contains($"'{key}'", StringComparison.OrdinalIgnoreCase)),
        // NULL where there must be a value; a view's check; a trigger that took all back; a period, a security policy, a ledger.
        515 or 550 or 3609 or 3616 or 13535 or 13536 or 33504 => new WriteOutcome(0, SyncErrorCode.ConstraintViolated, message),
        // Values that do not fit: too long, out of range, not of the type's form, too long for an index or a row.
        220 or 232 or 241 or 242 or 244 or 245 or 248 or 295 or 296 or 511 or 517 or 1946 or 2628 or 6522 or 8114 or 8115 or 8152 or 8169 or 9420 or 9803 =>
            new WriteOutcome(0, SyncErrorCode.UnstorableValue, message),
        // What a trigger of the application raises.
        >= FirstOfApplications => new WriteOutcome(0, SyncErrorCode.ConstraintViolated, message),
        _ => null,
    };

    /// <summary>Whether an exception is what comes of opening a connection: the driver has several kinds, and one where a sort of server is not for this machine.</summary>
    public static bool IsOfOpening(Exception exception) =>
        exception is SqlException or InvalidOperationException or PlatformNotSupportedException or IOException or SocketException;

    /// <summary>Any error of the driver.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="store">The store's name.</param>
    /// <param name="isOpen">Whether the connection is still there.</param>
    public static SyncException Translate(Exception exception, string store, bool isOpen)
    {
        if (exception is PlatformNotSupportedException)
        {
            return new SyncException(SyncErrorCode.StoreUnavailable, $"'{store}' cannot be reached from this machine ({exception.Message.TrimEnd('.')}). Name another server in the connection string.", exception);
        }

        if (exception is not SqlException error)
        {
            return Unreachable(store, exception.Message, exception);
        }

        var known = Create(error.Number, error.Message, store, exception);
        return known.Code == SyncErrorCode.StoreFailed && (!isOpen || IsFatal(error)) ? Unreachable(store, error.Message, exception) : known;
    }

    /// <summary>An error of a number, in SyncGen's words.</summary>
    public static SyncException Create(int number, string message, string store, Exception? inner = null) => number switch
    {
        // A deadlock; a row, or the schema, that changed since this transaction's state.
        1205 or 3960 or 3961 or 41302 or 41305 or 41325 => new(SyncErrorCode.StoreContended,
            $"Another program's transaction and a session's stood in each other's way in '{store}' ({message}). Nothing of the batch was applied: try again.", inner, isTransient: true),
        1222 => new(SyncErrorCode.StoreBusy,
            $"Another program holds rows or tables of '{store}' locked ({message}). Try again, or allow a longer LockTimeout.", inner, isTransient: true),
        547 => new(SyncErrorCode.ForeignKeyViolated, $"'{store}' lacks a row that another refers to: {message}.", inner),
        701 or 802 or 1101 or 1105 or 3967 or 8645 or 8651 or 9002 or 40544 => new(SyncErrorCode.StoreFull,
            $"The server of '{store}' is out of room ({message}). Nothing of the batch was applied: free room and synchronise again.", inner),
        3906 or 3908 => new(SyncErrorCode.StoreReadOnly,
            $"'{store}' may only be read ({message}). Connect to the primary server.", inner),
        229 or 230 or 262 or 297 or 300 or 1088 or 2760 or 3704 or 4712 or 15151 or 15247 => new(SyncErrorCode.StoreReadOnly,
            $"The login for '{store}' lacks a right ({message}). Grant it, or use another login.", inner),
        916 or 4064 or 18450 or 18452 or 18456 or 18470 or 18486 or 18487 or 18488 or 40615 => new(
            SyncErrorCode.StoreUnavailable, $"'{store}' refuses the login ({message}). Check the connection string's user, password and database.", inner),
        823 or 824 or 825 or 5180 or 7105 => new(SyncErrorCode.StoreCorrupt,
            $"'{store}' is damaged ({message}). Restore it from a backup.", inner),
        _ when IsLost(number) => Unreachable(store, message, inner),
        _ => new(SyncErrorCode.StoreFailed, $"'{store}' failed: {message} (SQL Server error {number}).", inner),
    };

    private static SyncException Unreachable(string store, string message, Exception? inner) => new(SyncErrorCode.StoreUnavailable,
        $"'{store}' cannot be reached, or takes no connection now ({message}). Check that the server runs, and the connection string's server and port; then try again.",
        inner, isTransient: true);

    // An error of class 20 and above ends the connection.
    private static bool IsFatal(SqlException error) => error.Class >= 20;

    /// <summary>
    /// The network, a server that starts, pauses or hands over to another, and what Azure SQL says while it moves a database or has
    /// too much to do: see "Troubleshoot transient connection errors" in its documentation.
    /// </summary>
    private static bool IsLost(int number) => number is -2 or -1 or 0 or 2 or 20 or 35 or 53 or 64 or 109 or 121 or 233 or 258
        or 596 or 615 or 926 or 976 or 978 or 979 or 982 or 983 or 4060 or 4221 or 6005 or 10053 or 10054 or 10060 or 10061 or 10922 or 10928 or 10929
        or 10936 or 11001 or 14355 or 14362 or 17142 or 17197 or 18401 or 18451 or 40020 or 40143 or 40166 or 40197 or 40501 or 40532 or 40540 or 40549 or 40550
        or 40551 or 40552 or 40553 or 40613 or 40642 or 42108 or 42109 or 42119 or 49918 or 49919 or 49920;
}
