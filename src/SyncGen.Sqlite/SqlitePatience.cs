using System.Diagnostics;
using SQLitePCL;

namespace SyncGen.Sqlite;

/// <summary>Waits, for a bounded time, while another program holds the database locked.</summary>
/// <param name="timeout">How long.</param>
internal sealed class SqlitePatience(TimeSpan timeout)
{
    /// <summary>Whether a call failed since the database is locked.</summary>
    public static bool IsBusy(int code) => (code & 0xFF) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;

    /// <summary>Waits a little before the next try; throws the error when it has been long enough.</summary>
    /// <param name="error">What the last try ended in.</param>
    /// <param name="started">When the first try was made, as <see cref="Stopwatch.GetTimestamp"/> says.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask WaitAsync(SyncException error, long started, CancellationToken cancellationToken)
    {
        if (Stopwatch.GetElapsedTime(started) >= timeout)
        {
            throw error;
        }

        // SQLite itself has waited before it answered.
        await Task.Delay(1, cancellationToken);
    }
}
