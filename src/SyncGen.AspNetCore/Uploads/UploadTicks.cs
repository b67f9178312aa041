namespace SyncGen.AspNetCore.Uploads;

/// <summary>Gives a client's edits ticks, since it has none itself.</summary>
internal sealed class UploadTicks(long taken)
{
    private long _repeated = taken;

    /// <summary>The greatest tick that was given, or taken before.</summary>
    public long Last { get; private set; } = taken;

    /// <summary>A tick for an edit that the hub has not seen.</summary>
    public long Next() => ++Last;

    /// <summary>A tick, each another, for an edit that the hub has taken; there were as many.</summary>
    public long Repeated() => _repeated--;
}
