using SyncGen.Model;

namespace SyncGen.AspNetCore.Former;

/// <summary>Makes of a table of now what it is in an earlier model.</summary>
internal sealed class FormerTableFactory(TableMatch match) : ISyncTableVisitor<SyncTable>
{
    public SyncTable Visit<TRow>(SyncTable<TRow> table)
        where TRow : class => new FormerTable<TRow>(table, match.Former, ColumnMap.Of(match));
}
