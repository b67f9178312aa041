using SyncGen.Filters;
using SyncGen.Model;
using SyncGen.OData.Parameters;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Stores;

/// <summary>A filter whose values were given as texts.</summary>
internal sealed record ParameterFilter : SyncFilter
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string?>> _values;

    private ParameterFilter(SyncScope scope, IReadOnlyDictionary<string, IReadOnlyList<string?>> values)
    {
        Scope = scope;
        _values = values;
    }

    /// <inheritdoc/>
    public override SyncScope Scope { get; }

    /// <summary>The filter of texts <c>name=value</c>, a list's values one after another; null where there are none.</summary>
    public static ParameterFilter? Parse(SyncScope scope, IReadOnlyList<string> parameters)
    {
        if (parameters.Count == 0)
        {
            return null;
        }

        var values = new Dictionary<string, List<string?>>(StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? "" : parameter[..equals];
            if (scope.Parameters.All(known => known.Name != name))
            {
                var known = scope.Parameters.Count == 0 ? "It has none" : "It has " + string.Join(", ", scope.Parameters.Select(one => one.Name));
                throw new ToolException(equals < 0
                    ? "A filter parameter is given as in --parameter owner=ann."
                    : $"The scope '{scope.Name}' has no filter parameter '{name}'. {known}.");
            }

            (values.TryGetValue(name, out var list) ? list : values[name] = []).Add(parameter[(equals + 1)..]);
        }

        return scope.Parameters.FirstOrDefault(parameter => !parameter.IsList && !values.ContainsKey(parameter.Name)) is { } missing
            ? throw new ToolException($"The scope '{scope.Name}' also needs the filter parameter '{missing.Name}': add --parameter {missing.Name}=….")
            : new ParameterFilter(scope, values.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string?>)pair.Value, StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    protected override void Write(FilterWriter writer)
    {
        for (var i = 0; i < Scope.Parameters.Count; i++)
        {
            ParameterText.Write(Scope, i, _values.GetValueOrDefault(Scope.Parameters[i].Name, []), writer);
        }
    }
}
