using SyncGen.Relational.Rows;
using SyncGen.Versions;

namespace SyncGen.Relational.Peers;

/// <summary>The rules that decide over one row, as far as they need no content.</summary>
internal static class Decider
{
    /// <summary>Decides.</summary>
    /// <param name="incoming">The row that came in.</param>
    /// <param name="local">What this store holds of the key.</param>
    /// <param name="madeWith">What the source knows.</param>
    /// <param name="own">What this store knows.</param>
    public static Decision Decide(RowVersion incoming, LocalRow local, Knowledge madeWith, Knowledge own)
    {
        if (!local.Exists)
        {
            // A tombstone that this store knows, of a key that it does not hold, was forgotten here.
            return incoming.IsDeleted && own.Covers(incoming.Version) ? Decision.Skip : Decision.Store;
        }

        if (local.Version == incoming.Version)
        {
            return Decision.Skip;
        }

        if (IsNewer(incoming, local))
        {
            return Causality.Follows(incoming.Version, incoming.Base, local.Version, madeWith)
                ? Decision.Store
                : Decision.Compare;
        }

        return Causality.Follows(local.Version, local.Base, incoming.Version, own) ? Decision.Skip : Decision.Compare;
    }

    /// <summary>Whether the row that came in has the greater stamp.</summary>
    public static bool IsNewer(RowVersion incoming, LocalRow local) =>
        new Stamp(incoming.Time, incoming.Version) > local.Stamp;
}
