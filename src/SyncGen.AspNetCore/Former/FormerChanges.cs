using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Former;

/// <summary>Makes of changes of a table of now changes of the same table of an earlier model.</summary>
internal sealed class FormerChanges(TableChanges changes) : ISyncTableVisitor<TableChanges>
{
    /// <param name="table">The table of the earlier model.</param>
    public TableChanges Visit<TRow>(SyncTable<TRow> table)
        where TRow : class
    {
        var former = new TableChanges<TRow>(table);
        former.Rows.AddRange(((TableChanges<TRow>)changes).Rows);
        return former;
    }
}
