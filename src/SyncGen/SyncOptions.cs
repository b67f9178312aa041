using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace SyncGen;

/// <summary>How a session goes. Immutable and thread-safe.</summary>
public sealed class SyncOptions
{
    private const int BatchBytesGreatest = 1 << 30;
    private const int RetriesGreatest = 100;

    /// <summary>The options of a session that is given none.</summary>
    public static SyncOptions Default { get; } = new();

    /// <summary>Which ways the session goes, and which first. Default: up, then down.</summary>
    public SyncOrder Order
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "There is no such order.");
    }

    /// <summary>
    /// The size at which a batch ends, in bytes of row data, from 1 to 1 GiB. A batch is one transaction and is held in
    /// memory; a single larger row is a batch of its own. Default: 2 MiB.
    /// </summary>
    public int BatchBytesMax
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, BatchBytesGreatest);
            field = value;
        }
    } = 2 << 20;

    /// <summary>Whether the next batch is read while one is applied, so that two are held in memory. Default: true.</summary>
    public bool ReadsAhead { get; init; } = true;

    /// <summary>Whether nothing is written in the end: the result says what would have happened. Default: false.</summary>
    public bool IsPreview { get; init; }

    /// <summary>How often a call that failed with a transient error is made again, from 0 to 100. Default: 3.</summary>
    public int TransientRetriesMax
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, RetriesGreatest);
            field = value;
        }
    } = 3;

    /// <summary>How long to wait before the first repetition, from zero to an hour; twice as long before each further one. Default: 200 ms.</summary>
    public TimeSpan TransientRetryDelay
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromHours(1));
            field = value;
        }
    } = TimeSpan.FromMilliseconds(200);

    /// <summary>Where to log, under the category <c>SyncGen</c>. Default: nowhere.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>Clock and randomness. Default: the machine's.</summary>
    public SyncEnvironment Environment { get; init; } = SyncEnvironment.Default;

    internal SyncOptions AsPreview() => new()
    {
        Order = Order,
        BatchBytesMax = BatchBytesMax,
        ReadsAhead = ReadsAhead,
        IsPreview = true,
        TransientRetriesMax = TransientRetriesMax,
        TransientRetryDelay = TransientRetryDelay,
        LoggerFactory = LoggerFactory,
        Environment = Environment,
    };
}
