using SyncGen.Histories.Tests.Truth;
using SyncGen.Versions;

namespace SyncGen.Histories.Tests.Stores;

/// <summary>A row in quarantine.</summary>
/// <param name="Key">The row.</param>
/// <param name="Version">Its version; of a leaf's edit, the leaf and its tick; none at a leaf that took an answer.</param>
/// <param name="Time">Its time.</param>
/// <param name="IsEdit">Whether it is a leaf's edit.</param>
/// <param name="Value">Its value; null if it was deleted.</param>
/// <param name="Parent">The item that it refers to; null if it is none that does.</param>
/// <param name="Slot">Its slot; null if it has none.</param>
internal sealed record WaitingRow(RowKey Key, SyncVersion Version, long Time, bool IsEdit, int? Value, int? Parent, int? Slot);
