using SyncGen.Providers;

namespace SyncGen.Sessions;

/// <summary>Who may meet whom.</summary>
internal static class Topology
{
    public static void Validate(SyncProvider server, IReadOnlyList<SyncProvider> clients)
    {
        if (clients.Count == 0)
        {
            throw new ArgumentException("A hub needs at least one member to meet.");
        }

        if (clients.Append(server).Distinct().Count() != clients.Count + 1)
        {
            throw new ArgumentException("A store cannot meet itself: the same provider was given twice.");
        }

        foreach (var client in clients)
        {
            RequireSameScope(client, server);
        }

        if (server.Role == SyncRole.Leaf)
        {
            throw new SyncException(
                SyncErrorCode.TopologyMismatch,
                $"{server.DisplayName} is a leaf, and a leaf meets nobody but its hub, so it cannot be the hub of {clients[0].DisplayName}. "
                + "Open one of the stores as a peer, or let each leaf synchronise with a peer.");
        }
    }

    // Rows travel as objects of the entity class: both sides must mean the same one.
    private static void RequireSameScope(SyncProvider client, SyncProvider server)
    {
        var sameScope = string.Equals(client.Scope.Name, server.Scope.Name, StringComparison.Ordinal)
            && client.Scope.Tables.Select(table => table.RowType).SequenceEqual(server.Scope.Tables.Select(table => table.RowType));
        if (!sameScope)
        {
            throw new ArgumentException(
                $"{client.DisplayName} is a store of the scope {client.Scope.Name} and {server.DisplayName} one of {server.Scope.Name}: "
                + "make both with the same scope class.");
        }
    }
}
