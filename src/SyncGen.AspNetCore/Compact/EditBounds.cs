namespace SyncGen.AspNetCore.Compact;

/// <summary>How far a leaf's word on its edits goes.</summary>
/// <param name="Anchor">As far as it has read the hub, by what it can prove.</param>
/// <param name="Time">The present time, in microseconds since 1970-01-01 UTC: no edit is of later.</param>
internal sealed record EditBounds(long Anchor, long Time);
