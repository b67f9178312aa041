namespace SyncGen.Sessions;

/// <summary>How a meeting ended.</summary>
/// <param name="Watermark">How far the client has read the server, in the server's ticks.</param>
/// <param name="ServerTick">The server's tick in the end.</param>
internal readonly record struct MeetingEnd(long Watermark, long ServerTick);
