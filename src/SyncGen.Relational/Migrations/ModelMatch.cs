using SyncGen.Model;

namespace SyncGen.Relational.Migrations;

/// <summary>Which tables and columns of an earlier model are which of the present one.</summary>
internal static class ModelMatch
{
    /// <summary>The tables of the present model, each with what it was; null where it is new.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.MigrationRefused"/>: a table has another key.</exception>
    public static IReadOnlyList<(SyncTable Table, FormerTable? Former)> Tables(SyncScope scope, ScopeDescription former)
    {
        var pairs = new List<(SyncTable, FormerTable?)>();
        foreach (var table in scope.Tables)
        {
            var found = former.Tables.FirstOrDefault(candidate => candidate.Name == table.Name)
                ?? former.Tables.FirstOrDefault(candidate => table.FormerNames.Contains(candidate.Name));
            if (found is not null)
            {
                RequireSameKey(table, found);
            }

            pairs.Add((table, found is null ? null : new FormerTable(found)));
        }

        return pairs;
    }

    /// <summary>The column of an earlier model that a column of the present one was; null where it is new.</summary>
    public static ColumnDescription? Column(TableDescription former, SyncColumn column) =>
        former.Columns.FirstOrDefault(candidate => candidate.Name == column.Name)
        ?? former.Columns.FirstOrDefault(candidate => column.FormerNames.Contains(candidate.Name));

    private static void RequireSameKey(SyncTable table, TableDescription former)
    {
        var isSame = table.KeyLength == former.KeyLength
            && Enumerable.Range(0, table.KeyLength).All(i => table.Columns[i].Type == former.Columns[i].Type && Column(former, table.Columns[i]) == former.Columns[i]);
        if (!isSame)
        {
            throw new SyncException(SyncErrorCode.MigrationRefused,
                $"The key of table '{table.Name}' was ({Names(former.Columns.Take(former.KeyLength).Select(column => column.Name))}) and is "
                + $"({Names(table.Columns.Take(table.KeyLength).Select(column => column.Name))}). Rows are known by their keys: give a renamed key column its former name, "
                + "and a table with another key another name.");
        }
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);
}
