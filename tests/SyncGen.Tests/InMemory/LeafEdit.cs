namespace SyncGen.Tests.InMemory;

/// <summary>A row that the application changed and the hub has not confirmed.</summary>
internal sealed record LeafEdit(bool IsDeleted, long Tick, long Time, long Anchor);
