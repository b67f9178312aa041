using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>A filter parameter has one type throughout a scope, and makes a property; filters follow no cycle.</summary>
internal static class FilterCheck
{
    public static void Run(EquatableArray<TableModel> tables, ScopeDeclaration scope, FindingList findings)
    {
        CheckTypes(tables, scope, findings);
        CheckProperties(tables, scope, findings);
        foreach (var table in tables)
        {
            CheckCycles(table, tables, scope, findings);
        }
    }

    private static void CheckTypes(EquatableArray<TableModel> tables, ScopeDeclaration scope, FindingList findings)
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
                    findings.Add(
                        ConflictRules.FilterTypes,
                        SourceOf(scope, table),
                        column.FilterParameter!,
                        first.Column.Stored,
                        $"{first.Table.Row.Name}.{first.Column.Property}",
                        column.Stored,
                        $"{table.Row.Name}.{column.Property}");
                }
            }
        }
    }

    private static void CheckProperties(EquatableArray<TableModel> tables, ScopeDeclaration scope, FindingList findings)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            foreach (var parameter in table.Columns.Select(c => c.FilterParameter).OfType<string>().Where(ParameterName.IsValid))
            {
                var property = ParameterBuilder.PropertyOf(parameter);
                if (property is null || taken.TryGetValue(property, out var other) && other != parameter)
                {
                    findings.Add(ConflictRules.FilterProperty, SourceOf(scope, table), parameter, scope.Name.Value, ParameterBuilder.NameOf(parameter));
                }
                else
                {
                    taken[property] = parameter;
                }
            }
        }
    }

    private static void CheckCycles(TableModel table, EquatableArray<TableModel> tables, ScopeDeclaration scope, FindingList findings)
    {
        for (var r = 0; r < table.Relations.Count; r++)
        {
            var parent = tables.FirstOrDefault(candidate => candidate.Name == table.Relations[r].ParentTable);
            if (parent?.Part is not null && table.Part?.Relations.Contains(r) != true)
            {
                findings.Add(ConflictRules.FilterCycle, SourceOf(scope, table), table.Row.Name, parent.Row.Name);
            }
        }
    }

    private static SourceToken SourceOf(ScopeDeclaration scope, TableModel table) =>
        scope.Entries.First(e => e.Type.FullName == table.Row.FullName).Source;
}
