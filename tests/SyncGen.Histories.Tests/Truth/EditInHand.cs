namespace SyncGen.Histories.Tests.Truth;

/// <summary>A leaf's edit that a hub is about to decide on.</summary>
/// <param name="Key">The row.</param>
/// <param name="Value">Its value; null if the edit deletes it.</param>
/// <param name="Lineage">What the leaf had seen.</param>
internal sealed record EditInHand(RowKey Key, int? Value, Lineage Lineage);
