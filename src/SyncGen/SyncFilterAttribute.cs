namespace SyncGen;

/// <summary>
/// Marks a property as a filter column: a leaf that binds the parameter sees only the rows whose value equals it.
/// Several filter columns of a table must all match.
/// </summary>
/// <param name="parameter">The filter parameter's name; tables of a scope that name the same parameter share it.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = true)]
public sealed class SyncFilterAttribute(string parameter) : Attribute
{
    /// <summary>The filter parameter's name.</summary>
    public string Parameter { get; } = parameter;
}
