using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>A filter parameter has one type throughout a scope.</summary>
internal static class FilterCheck
{
    public static void Run(EquatableArray<TableModel> tables, ScopeDeclaration scope, FindingList findings)
    {
        var seen = new Dictionary<string, (ColumnModel Column, TableModel Table)>(StringComparer.OrdinalIgnoreCase);
        foreach (var table in tables)
        {
            foreach (var column in table.Columns.Where(c => c.FilterParameter is not null))
            {
                if (!seen.TryGetValue(column.FilterParameter!, out var first))
                {
                    seen.Add(column.FilterParameter!, (column, table));
                }
                else if (first.Column.Stored != column.Stored)
                {
                    var entry = scope.Entries.First(e => e.Type.FullName == table.Row.FullName);
                    findings.Add(
                        ConflictRules.FilterTypes,
                        entry.Source,
                        column.FilterParameter!,
                        first.Column.Stored,
                        $"{first.Table.Row.Name}.{first.Column.Property}",
                        column.Stored,
                        $"{table.Row.Name}.{column.Property}");
                }
            }
        }
    }
}
