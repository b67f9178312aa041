using SyncGen.Providers;
using SyncGen.Relational.Rows;
using SyncGen.Versions;

namespace SyncGen.Relational.Peers;

/// <summary>The rules by which a hub takes a leaf's edit, as far as they need no content.</summary>
internal static class EditDecider
{
    /// <summary>What the hub's own write for the leaf is, and whether it follows what the hub holds, so that it is simply stored.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="local">What the hub holds of the key.</param>
    /// <param name="self">The hub.</param>
    /// <param name="tick">The hub's tick for the write.</param>
    /// <param name="forgottenTime">The greatest time among the tombstones that the hub has forgotten.</param>
    /// <param name="leaf">The leaf's number.</param>
    /// <param name="author">The number of the leaf that counts as having seen the write.</param>
    public static (RowVersion Incoming, bool Follows) Decide<TRow>(
        RowEdit<TRow> edit, LocalRow local, ReplicaId self, long tick, long forgottenTime, int? leaf, int? author)
        where TRow : class
    {
        var follows = local.Exists && (local.Author is { } by && by == leaf || local.Tick <= edit.Anchor);
        var floor = !local.Exists ? forgottenTime : follows ? local.Time : 0;
        var replaced = local.Version.Replica == self ? local.Base : local.Version;
        var incoming = new RowVersion(new SyncVersion(self, tick), replaced, Math.Max(edit.Time, floor + 1), edit.IsDeleted, author);
        return (incoming, !local.Exists || follows);
    }
}
