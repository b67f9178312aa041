namespace SyncGen.CodeGeneration.Model.Declarations;

/// <summary>A type that a scope lists.</summary>
/// <param name="Type">The type.</param>
/// <param name="Source">Where the scope lists it.</param>
/// <param name="IsEntity">Whether it is marked as an entity.</param>
/// <param name="IsError">Whether the compiler could not resolve it and says so itself.</param>
internal sealed record ScopeEntry(TypeReference Type, SourceToken Source, bool IsEntity, bool IsError)
{
    /// <summary>What the written name would stand for before it stands for <see cref="Type"/>, if a file declared such a class.</summary>
    public NameLevels Before { get; init; } = NameLevels.None;
}
