namespace SyncGen.Sessions;

/// <summary>Reports how far a meeting is.</summary>
internal sealed class ProgressReporter(IProgress<SyncProgress>? progress, string client, string server)
{
    private SyncPhase _phase;
    private long _rows;
    private long _rowsExpected;
    private long _bytes;

    /// <summary>A phase begins.</summary>
    public void Begin(SyncPhase phase)
    {
        (_phase, _rows, _rowsExpected, _bytes) = (phase, 0, 0, 0);
        Report(null);
    }

    /// <summary>About so many rows follow.</summary>
    public void Expect(long rows) => _rowsExpected = _rows + rows;

    /// <summary>A batch is done.</summary>
    public void Advance(int rows, long bytes, string? table, bool isLast)
    {
        _rows += rows;
        _bytes += bytes;
        _rowsExpected = isLast ? _rows : Math.Max(_rows, _rowsExpected);
        Report(table);
    }

    /// <summary>The session is done.</summary>
    public void Complete(SyncResult result)
    {
        _phase = SyncPhase.Completed;
        _rows = _rowsExpected = result.Upload.Rows + result.Download.Rows;
        _bytes = result.Upload.Bytes + result.Download.Bytes;
        Report(null);
    }

    private void Report(string? table)
    {
        if (progress is not null)
        {
            long? bytesExpected = _rows > 0 ? (long)((double)_bytes / _rows * _rowsExpected) : _phase == SyncPhase.Completed ? 0 : null;
            progress.Report(new(_phase, client, server, table, _rows, _rowsExpected, _bytes, _rows == _rowsExpected && _rows > 0 ? _bytes : bytesExpected));
        }
    }
}
