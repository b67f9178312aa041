namespace SyncGen.AspNetCore.Uploads;

/// <summary>What the hub and the client know of each other before an upload.</summary>
/// <param name="Taken">The greatest tick of the client's edits that the hub has taken.</param>
/// <param name="Confirmed">The greatest whose answer the client has seen.</param>
/// <param name="LastRows">The hashes of the rows that came with the upload before; null if there was none.</param>
/// <param name="Anchor">How far the client had read the hub when it made its edits.</param>
/// <param name="Time">The present time, in microseconds since 1970-01-01 UTC: the client says nothing of when it made its edits.</param>
internal sealed record UploadBasis(long Taken, long Confirmed, byte[]? LastRows, long Anchor, long Time);
