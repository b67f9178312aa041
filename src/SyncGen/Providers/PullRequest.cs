using SyncGen.Filters;
using SyncGen.Versions;

namespace SyncGen.Providers;

/// <summary>What a destination tells a source so that it can send what is missing.</summary>
/// <param name="Destination">The destination's identity: rows that it wrote itself are left out.</param>
/// <param name="Knowledge">What the destination knows.</param>
/// <param name="Anchor">How far it has read the source, in the source's ticks; 0: nothing yet.</param>
/// <param name="Cursor">Where the last session, which broke off, stopped; null if it did not. Opaque but to the source.</param>
/// <param name="Reload">Whether all rows are wanted, whatever the destination wrote itself: it starts again after having been expelled.</param>
/// <param name="Marker">What the source gave when it was read last; null if it gave nothing.</param>
public sealed record PullRequest(ReplicaId Destination, Knowledge Knowledge, long Anchor, byte[]? Cursor, bool Reload = false, byte[]? Marker = null)
{
    /// <summary>Which part of the scope is wanted; null: all of it.</summary>
    public FilterBinding? Filter { get; init; }

    /// <summary>
    /// Whether the cursor is that of the same session's last batch, so that rows go on where it stands, as in <see cref="DownloadRequest.GoesOn"/>.
    /// Default: false.
    /// </summary>
    public bool GoesOn { get; init; }
}
