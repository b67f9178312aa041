using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.Sql;

/// <summary>The indexes that foreign keys want, where a database makes none for them.</summary>
internal static class RelationIndexes
{
    /// <summary>The names of the columns of each, but for those with which the table's key begins.</summary>
    public static IEnumerable<string[]> Of(TableModel table) =>
        table.Relations
            .Select(relation => relation.Columns)
            .Where(columns => columns.Count > table.KeyLength || !columns.SequenceEqual(Enumerable.Range(0, columns.Count)))
            .Distinct()
            .Select(columns => columns.Select(i => table.Columns[i].Name).ToArray());
}
