using SyncGen.Histories.Tests.Truth;

namespace SyncGen.Histories.Tests.Stores;

/// <summary>What a user of a store sees of a row.</summary>
/// <param name="Value">Its value; null if there is no row.</param>
/// <param name="Content">All that it holds; null if there is no row.</param>
/// <param name="Lineage">The writes that it comes from.</param>
/// <param name="IsLogged">Whether the application wrote it and no session has folded that yet.</param>
internal readonly record struct RowView(int? Value, string? Content, Lineage Lineage, bool IsLogged)
{
    /// <summary>No row, and none that was ever seen.</summary>
    public static RowView Unknown { get; } = new(null, null, Lineage.Empty, IsLogged: false);
}
