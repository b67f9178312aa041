using SyncGen.Model;

namespace SyncGen.Tests.InMemory;

/// <summary>Makes the rows of a table.</summary>
internal sealed class PeerTableFactory(PeerStore store) : ISyncTableVisitor<PeerTable>
{
    public PeerTable Visit<TRow>(SyncTable<TRow> table)
        where TRow : class =>
        new PeerTable<TRow>(store, table);
}
