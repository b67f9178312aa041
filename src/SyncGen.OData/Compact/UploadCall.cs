using SyncGen.Providers;

namespace SyncGen.OData.Compact;

/// <summary>A leaf's edits on their way to the hub.</summary>
/// <param name="Leaf">The leaf.</param>
/// <param name="Batch">The edits.</param>
public sealed record UploadCall(LeafState Leaf, EditBatch Batch);
