using SyncGen.Providers;

namespace SyncGen.OData.Compact;

/// <summary>What a leaf says to its hub when it asks who the hub is, and for what it lacks. Filters travel in the address.</summary>
/// <param name="Leaf">The leaf.</param>
/// <param name="Request">What it wants; null: only to know who the hub is.</param>
public sealed record DownloadCall(LeafState Leaf, DownloadRequest? Request);
