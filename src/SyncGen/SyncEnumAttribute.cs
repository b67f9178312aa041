namespace SyncGen;

/// <summary>Says whether an enum property is stored by name or by number, whatever its entity says.</summary>
/// <param name="byName">True: by name; false: by number.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = true)]
public sealed class SyncEnumAttribute(bool byName) : Attribute
{
    /// <summary>Whether the value is stored by name.</summary>
    public bool ByName { get; } = byName;
}
