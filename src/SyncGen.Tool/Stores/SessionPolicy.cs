using SyncGen.Conflicts;
using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.Tool.Stores;

/// <summary>Settles the conflicts of one store in a session by a policy.</summary>
internal sealed class SessionPolicy(ConflictPolicy policy, SyncSide side) : IConflictHandler
{
    /// <inheritdoc/>
    public ConflictResolution<TRow>? Resolve<TRow>(SyncTable<TRow> table, Conflict<TRow> conflict)
        where TRow : class
    {
        var takesIncoming = policy switch
        {
            ConflictPolicy.SourceWins => true,
            ConflictPolicy.DestinationWins => false,
            ConflictPolicy.ServerWins => side == SyncSide.Client,
            ConflictPolicy.ClientWins => side == SyncSide.Server,
            _ => conflict.Incoming.Stamp > conflict.Local.Stamp,
        };
        return takesIncoming ? ConflictResolution<TRow>.TakeIncoming : ConflictResolution<TRow>.KeepLocal;
    }
}
