using SyncGen.Model;

namespace SyncGen.Tests.InMemory;

/// <summary>Makes the rows of a table.</summary>
internal sealed class LeafTableFactory(LeafStore store) : ISyncTableVisitor<LeafTable>
{
    public LeafTable Visit<TRow>(SyncTable<TRow> table)
        where TRow : class =>
        new LeafTable<TRow>(store, table);
}
