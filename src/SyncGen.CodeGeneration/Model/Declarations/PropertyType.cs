namespace SyncGen.CodeGeneration.Model.Declarations;

/// <summary>The type of a property.</summary>
/// <param name="FullName">The name from <c>global::</c> on, without a question mark.</param>
/// <param name="Nullability">Whether null is allowed.</param>
/// <param name="IsValueType">Whether it is a struct or an enum.</param>
internal sealed record PropertyType(string FullName, Nullability Nullability, bool IsValueType)
{
    /// <summary>The column type that it maps to by itself; null if none.</summary>
    public StoredType? Stored { get; init; }

    /// <summary>The enum; null if it is none.</summary>
    public EnumType? Enum { get; init; }

    /// <summary>The class that the property, or each item of its collection, refers to; null if it is a scalar.</summary>
    public TypeReference? Target { get; init; }

    /// <summary>Whether <see cref="Target"/> is marked as an entity.</summary>
    public bool IsTargetEntity { get; init; }

    /// <summary>Whether the property holds many of <see cref="Target"/>.</summary>
    public bool IsCollection { get; init; }

    /// <summary>Whether the compiler could not resolve the type and says so itself.</summary>
    public bool IsError { get; init; }

    /// <summary>What the name that the compiler could not resolve would stand for, if a file declared such a class.</summary>
    public NameLevels Before { get; init; } = NameLevels.None;

    /// <summary>The type as a parameter of the same type has it: nullable structs with their question mark.</summary>
    public string ParameterName => IsValueType && Nullability == Nullability.Nullable ? FullName + "?" : FullName;
}
