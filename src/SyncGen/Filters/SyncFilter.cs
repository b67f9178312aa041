using SyncGen.Model;

namespace SyncGen.Filters;

/// <summary>
/// Which part of a scope a client holds: a value for each filter parameter. The generator derives a record from it for each
/// scope that has filter columns. Immutable and thread-safe.
/// </summary>
public abstract record SyncFilter
{
    /// <summary>The scope.</summary>
    public abstract SyncScope Scope { get; }

    /// <summary>The values, bound to the scope's parameters.</summary>
    /// <exception cref="ArgumentException">A list has no room for its values, or a value that must be there is null.</exception>
    public FilterBinding Bind()
    {
        var writer = new FilterWriter(Scope);
        Write(writer);
        return writer.ToBinding();
    }

    /// <summary>Writes the values: each at the ordinal of its parameter, those of a list one after another.</summary>
    protected abstract void Write(FilterWriter writer);
}
