using SyncGen.Filters;
using SyncGen.Versions;

namespace SyncGen.Providers;

/// <summary>What a source says before the rows.</summary>
/// <param name="Source">The source's identity.</param>
/// <param name="Watermark">The source's tick up to which rows follow: the destination's next anchor.</param>
/// <param name="Knowledge">What the source knew at the watermark: what the rows were made with.</param>
/// <param name="ExpectedRows">About how many rows follow; an upper bound where it cannot be known cheaply.</param>
/// <param name="Restarted">Whether the rows start from the beginning, whatever anchor and cursor said.</param>
/// <param name="Marker">What the source will be asked for when it is read again, so that one restored from a backup is found out; null if it gives none.</param>
/// <param name="Reconcile">Whether all rows follow, so that a leaf must remove those that it holds, did not edit, and does not see.</param>
public sealed record ChangeHeader(
    ReplicaId Source,
    long Watermark,
    Knowledge Knowledge,
    long ExpectedRows,
    bool Restarted = false,
    bool Reconcile = false,
    byte[]? Marker = null)
{
    /// <summary>
    /// Which part of the scope the source holds; null: all of it. Such a source knows only what it wrote itself, and what it sends
    /// must lie in its part.
    /// </summary>
    public FilterBinding? Filter { get; init; }
}
