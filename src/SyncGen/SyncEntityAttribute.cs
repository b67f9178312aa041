namespace SyncGen;

/// <summary>
/// Marks a class whose rows are synchronised. The class stays plain: columns, keys and names come from its properties
/// and from the data annotations that other mappers use too. A class that no scope lists belongs to the scope
/// <c>default</c>, for which <c>DefaultScope</c> is generated.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SyncEntityAttribute : Attribute
{
    /// <summary>Whether enum properties are stored by name instead of by number. Default: false.</summary>
    public bool EnumsByName { get; set; }
}
