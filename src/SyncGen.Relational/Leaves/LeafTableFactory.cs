using SyncGen.Model;

namespace SyncGen.Relational.Leaves;

/// <summary>Makes the typed table behind a descriptor.</summary>
internal sealed class LeafTableFactory(RelationalStore store, int ordinal) : ISyncTableVisitor<LeafTable>
{
    public LeafTable Visit<TRow>(SyncTable<TRow> table)
        where TRow : class =>
        new LeafTable<TRow>(store, table, store.Statements[ordinal - 1], ordinal);
}
