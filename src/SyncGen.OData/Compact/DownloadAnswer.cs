using SyncGen.Providers;

namespace SyncGen.OData.Compact;

/// <summary>What a hub answers.</summary>
/// <param name="Hub">Who it is.</param>
/// <param name="Header">What it says before the rows; null if none were asked for.</param>
/// <param name="Batch">One batch of them; null if none were asked for.</param>
public sealed record DownloadAnswer(HubState Hub, ChangeHeader? Header, ChangeBatch? Batch);
