using SyncGen.Histories.Tests.Truth;
using SyncGen.Versions;

namespace SyncGen.Histories.Tests.Stores;

/// <summary>A row of a peer's tracking table.</summary>
internal sealed record TrackedRow(RowKey Key, long Tick, Stamp Stamp, long? Author, bool IsDeleted);
