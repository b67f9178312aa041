using SyncGen.Model;

namespace SyncGen.OData.Schema;

/// <summary>Makes the entity type of a table.</summary>
internal sealed class WireTableFactory(WireSchema schema) : ISyncTableVisitor<WireTable>
{
    public WireTable Visit<TRow>(SyncTable<TRow> table)
        where TRow : class => new WireTable<TRow>(schema, table);
}
