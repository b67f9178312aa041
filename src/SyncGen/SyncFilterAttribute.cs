namespace SyncGen;

/// <summary>
/// Marks a property as a filter column: a client that binds the parameter holds only the rows whose value equals it.
/// Several filter columns of a table must all match, but for those that <see cref="AnyOf"/> makes alternatives. Rows that refer to
/// a filtered row go with it: a client holds them only while it holds all the rows that they refer to.
/// </summary>
/// <param name="parameter">The filter parameter's name; tables of a scope that name the same parameter share it.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = true)]
public sealed class SyncFilterAttribute(string parameter) : Attribute
{
    /// <summary>The filter parameter's name.</summary>
    public string Parameter { get; } = parameter;

    /// <summary>
    /// Names alternatives: of the filter columns of a class that have the same name here, one match is enough. Any text.
    /// Default: null; this column must match.
    /// </summary>
    public string? AnyOf { get; set; }

    /// <summary>
    /// Whether the parameter takes several values, of which a row must match one. It is enough to say so once in a scope. Default: false.
    /// </summary>
    public bool IsList { get; set; }
}
