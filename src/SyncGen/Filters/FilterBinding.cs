using System.Text.Json;
using SyncGen.Model;

namespace SyncGen.Filters;

/// <summary>
/// A scope's filter parameters with their values: what makes a scope instance of a scope. Equal bindings have equal texts,
/// whatever the order of a list was. Immutable and thread-safe.
/// </summary>
public sealed class FilterBinding : IEquatable<FilterBinding>
{
    private readonly FilterValue[][] _values;

    internal FilterBinding(SyncScope scope, IReadOnlyList<IReadOnlyList<FilterValue>> values)
    {
        Scope = scope;
        var texts = new List<string>();
        _values = new FilterValue[values.Count][];
        for (var i = 0; i < values.Count; i++)
        {
            var table = new FilterParameterTable(scope.Parameters[i]);
            var sorted = values[i].Select(value => (Value: value, Text: RowJson.WriteKey(table, value)))
                .DistinctBy(one => one.Text, StringComparer.Ordinal).OrderBy(one => one.Text, StringComparer.Ordinal).ToList();
            _values[i] = [.. sorted.Select(one => one.Value)];
            texts.AddRange(sorted.Select(one => one.Text));
        }

        Text = $"[{string.Join(',', texts)}]";
    }

    /// <summary>The scope.</summary>
    public SyncScope Scope { get; }

    /// <summary>
    /// The values as a JSON array of objects, one for each value, such as <c>[{"owner":"ann"}]</c>: in the order of the
    /// scope's parameters, those of a list in ordinal order, each once. Names the scope instance.
    /// </summary>
    public string Text { get; }

    /// <summary>Reads what <see cref="Text"/> holds.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.MalformedData"/>: the text is no binding of this scope.</exception>
    public static FilterBinding Read(SyncScope scope, string text)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(text);
        var values = scope.Parameters.Select(_ => new List<FilterValue>()).ToList();
        try
        {
            using var document = JsonDocument.Parse(text);
            foreach (var element in document.RootElement.EnumerateArray())
            {
                var name = element.EnumerateObject().Single().Name;
                var ordinal = scope.Parameters.ToList().FindIndex(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal));
                if (ordinal < 0)
                {
                    throw Malformed(scope, $"there is no filter parameter {name}", null);
                }

                values[ordinal].Add(RowJson.ReadKey(new FilterParameterTable(scope.Parameters[ordinal]), element.GetRawText()));
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw Malformed(scope, error.Message, error);
        }

        for (var i = 0; i < values.Count; i++)
        {
            var parameter = scope.Parameters[i];
            if (!parameter.IsList && values[i].Count != 1 || !parameter.IsNullable && values[i].Exists(value => value.IsNull))
            {
                throw Malformed(scope, $"the parameter {parameter.Name} has {values[i].Count} values, or null among them", null);
            }
        }

        return new FilterBinding(scope, values);
    }

    /// <summary>How many values a parameter has, null not counted.</summary>
    /// <param name="parameter">The parameter's ordinal in the scope, from 0.</param>
    public int CountOf(int parameter) => _values[parameter].Count(value => !value.IsNull);

    /// <summary>Whether null is among a parameter's values.</summary>
    /// <param name="parameter">The parameter's ordinal in the scope, from 0.</param>
    public bool HasNull(int parameter) => _values[parameter].Any(value => value.IsNull);

    /// <summary>Writes a parameter's values but null, at one ordinal after another.</summary>
    /// <param name="parameter">The parameter's ordinal in the scope, from 0.</param>
    /// <param name="writer">Takes them.</param>
    /// <param name="first">The first value's ordinal.</param>
    public void Write(int parameter, RowWriter writer, int first)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var value in _values[parameter].Where(value => !value.IsNull))
        {
            value.Write(writer, first++);
        }
    }

    internal IReadOnlyList<FilterValue> ValuesOf(int parameter) => _values[parameter];

    /// <inheritdoc/>
    public bool Equals(FilterBinding? other) =>
        other is not null && string.Equals(Scope.Name, other.Scope.Name, StringComparison.Ordinal) && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FilterBinding);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static SyncException Malformed(SyncScope scope, string what, Exception? inner) => new(SyncErrorCode.MalformedData,
        $"The filter of a store of the scope {scope.Name} cannot be read: {what}. Bring both sides to the same version of the program.", inner);
}
