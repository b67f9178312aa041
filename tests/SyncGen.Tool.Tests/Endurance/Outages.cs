namespace SyncGen.Tool.Tests.Endurance;

/// <summary>When something could not be reached. What is asked is answered of whole spans of time, since nobody sees a moment. Thread-safe.</summary>
internal sealed class Outages
{
    private readonly Lock _lock = new();
    private readonly List<Outage> _all = [];

    /// <summary>How many there were.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _all.Count;
            }
        }
    }

    /// <summary>Runs an outage.</summary>
    /// <param name="begin">Makes it; it is unknown whether it is one while this runs.</param>
    /// <param name="last">Lasts as long as it.</param>
    /// <param name="end">Ends it; the same holds.</param>
    public async Task RunAsync(Func<Task> begin, Func<Task> last, Func<Task> end)
    {
        var outage = new Outage(DateTimeOffset.UtcNow);
        lock (_lock)
        {
            _all.Add(outage);
        }

        await begin();
        outage.SureFrom = DateTimeOffset.UtcNow;
        try
        {
            await last();
        }
        finally
        {
            outage.SureUntil = DateTimeOffset.UtcNow;
            await end();
            outage.Ended = DateTimeOffset.UtcNow;
        }
    }

    /// <summary>Whether it was out of reach for all of that time, beyond doubt.</summary>
    public bool Fill(DateTimeOffset from, DateTimeOffset to) => Any(outage => outage.SureFrom <= from && outage.SureUntil >= to);

    /// <summary>Whether it may have been out of reach at a moment of that time.</summary>
    public bool Touch(DateTimeOffset from, DateTimeOffset to) => Any(outage => outage.Began <= to && outage.Ended >= from);

    private bool Any(Predicate<Outage> condition)
    {
        lock (_lock)
        {
            return _all.Exists(condition);
        }
    }

    private sealed class Outage(DateTimeOffset began)
    {
        public DateTimeOffset Began { get; } = began;

        public DateTimeOffset SureFrom { get; set; } = DateTimeOffset.MaxValue;

        public DateTimeOffset SureUntil { get; set; } = DateTimeOffset.MaxValue;

        public DateTimeOffset Ended { get; set; } = DateTimeOffset.MaxValue;
    }
}
