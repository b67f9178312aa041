namespace SyncGen.CodeGeneration.Model.Declarations;

/// <summary>How a table takes part in a scope, as <c>SyncTable</c> says.</summary>
/// <param name="Type">The entity class.</param>
/// <param name="Source">Where the attribute stands.</param>
internal sealed record TableDeclaration(TypeReference Type, SourceToken Source)
{
    public TableDirection Direction { get; init; }

    public TablePolicy Conflicts { get; init; }

    public EquatableArray<Annotated<string>>? Only { get; init; }

    public EquatableArray<Annotated<string>>? Except { get; init; }

    /// <summary>Whether the compiler could not resolve the type and says so itself.</summary>
    public bool IsError { get; init; }

    /// <summary>What the written name would stand for before it stands for <see cref="Type"/>, if a file declared such a class.</summary>
    public NameLevels Before { get; init; } = NameLevels.None;
}
