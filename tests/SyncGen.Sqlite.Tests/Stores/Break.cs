namespace SyncGen.Sqlite.Tests.Stores;

/// <summary>Breaks a session off after some batches: cancels it from within.</summary>
internal sealed class Break(int batches, Action? before = null) : IProgress<SyncProgress>, IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private int _left = batches;

    public CancellationToken Token => _source.Token;

    public void Report(SyncProgress value)
    {
        if (value.RowsDone > 0 && --_left <= 0 && !_source.IsCancellationRequested)
        {
            before?.Invoke();
            _source.Cancel();
        }
    }

    public void Dispose() => _source.Dispose();
}
