using SyncGen.Model;

namespace SyncGen.AspNetCore.Former;

/// <summary>Writes a key of now with the names of an earlier model.</summary>
internal sealed class FormerKey(string key) : ISyncTableVisitor<string>
{
    /// <param name="table">The table of the earlier model.</param>
    public string Visit<TRow>(SyncTable<TRow> table)
        where TRow : class => RowJson.WriteKey(table, RowJson.ReadKey(((FormerTable<TRow>)table).Present, key));
}
