using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.OneWriter;

/// <summary>Lets the application write between two batches of a session, and then breaks the session off, or not.</summary>
/// <param name="broken">What breaks it off.</param>
/// <param name="after">After how many reports the application writes; 0: never.</param>
/// <param name="write">Lets it write.</param>
internal sealed class Interruption(Break broken, int after, Action write) : IProgress<SyncProgress>
{
    private int _left = after;

    public void Report(SyncProgress value)
    {
        if (value.RowsDone > 0 && _left > 0 && --_left == 0)
        {
            write();
        }

        broken.Report(value);
    }
}
