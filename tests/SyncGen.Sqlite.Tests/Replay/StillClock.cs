namespace SyncGen.Sqlite.Tests.Replay;

/// <summary>A clock that stands until it is told.</summary>
internal sealed class StillClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

    public override DateTimeOffset GetUtcNow() => Now;
}
