namespace SyncGen.Sqlite.Tests.Model.Stops;

/// <summary>Cancels a session when it has read and written so many values: the same point each time, however busy the machine is.</summary>
/// <param name="passes">How many; 0: never.</param>
public sealed class StopPoint(int passes) : IDisposable
{
    private static readonly AsyncLocal<StopPoint?> s_current = new();
    private readonly CancellationTokenSource _source = new();

    public CancellationToken Token => _source.Token;

    /// <summary>How many values were read and written.</summary>
    public int Passed { get; private set; }

    /// <summary>Makes this the point of the sessions that the caller starts.</summary>
    public void Enter() => s_current.Value = this;

    public void Dispose()
    {
        s_current.Value = null;
        _source.Dispose();
    }

    internal static void Pass()
    {
        if (s_current.Value is { } point && ++point.Passed == point.Passes)
        {
            point._source.Cancel();
        }
    }

    private int Passes => passes;
}
