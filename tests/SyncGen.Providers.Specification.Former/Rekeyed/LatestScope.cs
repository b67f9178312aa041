namespace SyncGen.Providers.Specification.Former.Rekeyed;

/// <summary>A scope of the name of another, whose entries have another key.</summary>
[SyncScope("latest", typeof(Entry))]
public static partial class LatestScope;
