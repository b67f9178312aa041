using SyncGen.Versions;

namespace SyncGen.Providers;

/// <summary>A row that a store holds but cannot read as the model says.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Key">The key as JSON.</param>
/// <param name="Version">The row's version; none in a leaf's edits.</param>
/// <param name="Error">What is wrong, and what to do.</param>
public sealed record UnreadableRow(string Table, string Key, SyncVersion Version, string Error);
