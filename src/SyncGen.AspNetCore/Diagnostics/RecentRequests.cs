namespace SyncGen.AspNetCore.Diagnostics;

/// <summary>The requests for a scope that this process answered last. Thread-safe.</summary>
internal sealed class RecentRequests(TimeProvider time)
{
    private const int Capacity = 50;

    private readonly object _gate = new();
    private readonly Queue<ServedRequest> _last = new(Capacity);
    private long _count;

    /// <summary>When counting began.</summary>
    public DateTimeOffset Since { get; } = time.GetUtcNow();

    public void Add(ServedRequest request)
    {
        lock (_gate)
        {
            _count++;
            if (_last.Count == Capacity)
            {
                _last.Dequeue();
            }

            _last.Enqueue(request);
        }
    }

    /// <summary>How many there were in all, and the last of them, latest first.</summary>
    public (long Count, IReadOnlyList<ServedRequest> Last) Read()
    {
        lock (_gate)
        {
            return (_count, [.. _last.Reverse()]);
        }
    }
}
