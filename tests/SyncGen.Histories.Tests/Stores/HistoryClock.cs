namespace SyncGen.Histories.Tests.Stores;

/// <summary>A clock that the history moves, in microseconds: small steps, so that writes often have the same time.</summary>
internal sealed class HistoryClock : TimeProvider
{
    /// <summary>Where the clock starts, in microseconds since 1970.</summary>
    public const long Start = 1_000_000_000;

    public long Now { get; set; } = Start;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + TimeSpan.FromMicroseconds(Now);
}
