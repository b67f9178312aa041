using SyncGen.Model;

namespace SyncGen.Relational.Peers;

/// <summary>Makes the typed table behind a descriptor.</summary>
internal sealed class PeerTableFactory(RelationalStore store, int ordinal) : ISyncTableVisitor<PeerTable>
{
    public PeerTable Visit<TRow>(SyncTable<TRow> table)
        where TRow : class =>
        new PeerTable<TRow>(store, table, store.Statements[ordinal - 1], ordinal);
}
