using System.Globalization;
using SyncGen.Filters;
using SyncGen.Model;

namespace SyncGen.Relational.Filters;

/// <summary>The condition that a row's effective filter values match a binding.</summary>
internal sealed class PartMatch
{
    private readonly FilterLayout _layout;
    private readonly FilterBinding _binding;
    private readonly RelationalDialect _dialect;
    private readonly Dictionary<int, int> _ordinals = [];

    /// <summary>Creates a condition.</summary>
    /// <param name="layout">The values of the table's rows.</param>
    /// <param name="binding">What they must match.</param>
    /// <param name="dialect">How the database writes SQL.</param>
    public PartMatch(FilterLayout layout, FilterBinding binding, RelationalDialect dialect)
    {
        _layout = layout;
        _binding = binding;
        _dialect = dialect;
        // Behind the table's columns: what the first parameters hold may be written in those columns' own forms.
        var next = layout.Table.Columns.Count + PartSql.ParametersMax;
        foreach (var parameter in ParametersOf(layout).Distinct())
        {
            _ordinals[parameter] = next;
            next += binding.CountOf(parameter);
        }
    }

    /// <summary>The condition over the values of a row of ours, such as <c>p.v0 = ?3</c>. Not known where it is compared with null.</summary>
    /// <param name="alias">The name of the row.</param>
    public string Of(string alias) => Condition(_layout, alias, 0);

    /// <summary>
    /// Whether a row matches, as a condition that is never unknown and by which no database looks for rows: where rows are found by
    /// what changed, an index of the values would lead through the whole part.
    /// </summary>
    public string Holds(string alias) => $"CASE WHEN {Of(alias)} THEN 1 ELSE 0 END = 1";

    /// <summary>Whether a row does not match.</summary>
    public string Fails(string alias) => $"CASE WHEN {Of(alias)} THEN 1 ELSE 0 END = 0";

    /// <summary>Sets the parameters of a statement that has the condition.</summary>
    public void Bind(RowWriter parameters)
    {
        foreach (var (parameter, first) in _ordinals)
        {
            _binding.Write(parameter, parameters, first);
        }
    }

    private IEnumerable<int> ParametersOf(FilterLayout layout) =>
        layout.Columns.Select(column => ParameterOf(layout.Table.Columns[column])).Concat(layout.Relations.SelectMany(relation => ParametersOf(relation.Parent)));

    private int ParameterOf(SyncColumn column)
    {
        var parameters = _binding.Scope.Parameters;
        for (var i = 0; i < parameters.Count; i++)
        {
            if (string.Equals(parameters[i].Name, column.FilterParameter, StringComparison.Ordinal))
            {
                return i;
            }
        }

        throw new InvalidOperationException($"The scope {_binding.Scope.Name} has no filter parameter {column.FilterParameter}.");
    }

    private string Condition(FilterLayout layout, string alias, int first)
    {
        var conditions = new List<string>();
        var own = layout.Columns.Select((column, i) => (Column: layout.Table.Columns[column], Value: Value(alias, first + i))).ToList();
        conditions.AddRange(own.Where(one => one.Column.FilterAnyOf is null).Select(one => Equal(one.Column, one.Value)));
        foreach (var alternatives in own.Where(one => one.Column.FilterAnyOf is not null).GroupBy(one => one.Column.FilterAnyOf, StringComparer.Ordinal))
        {
            conditions.Add($"({string.Join(" OR ", alternatives.Select(one => Equal(one.Column, one.Value)))})");
        }

        // Where one parent alone decides, the condition is its own, by which rows can be looked for.
        var isOnly = own.Count == 0 && layout.Relations.Count == 1;
        foreach (var relation in layout.Relations)
        {
            var parent = Condition(relation.Parent, alias, first + relation.First);
            conditions.Add(relation.Presence is { } presence && !isOnly ? $"({Value(alias, first + presence)} = 0 OR {parent})" : parent);
        }

        // A row that nothing decides over, since it refers to no parent, belongs to nobody.
        if (own.Count == 0 && layout.Relations.All(relation => relation.Presence is not null))
        {
            conditions.Add($"({string.Join(" OR ", layout.Relations.Select(relation => $"{Value(alias, first + relation.Presence!.Value)} <> 0"))})");
        }

        return $"({string.Join(" AND ", conditions)})";
    }

    private string Equal(SyncColumn column, string value)
    {
        var parameter = ParameterOf(column);
        var first = _ordinals[parameter];
        var conditions = Enumerable.Range(first, _binding.CountOf(parameter))
            .Select(ordinal => _dialect.EqualsFilter(value, column.Type, _dialect.Parameter(ordinal)))
            .ToList();
        if (_binding.HasNull(parameter))
        {
            conditions.Add(value + " IS NULL");
        }

        return conditions.Count switch
        {
            0 => "1 = 0",
            1 => conditions[0],
            _ => $"({string.Join(" OR ", conditions)})",
        };
    }

    private static string Value(string alias, int ordinal) => $"{alias}.v{ordinal.ToString(CultureInfo.InvariantCulture)}";
}
