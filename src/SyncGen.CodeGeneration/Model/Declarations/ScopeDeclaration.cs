namespace SyncGen.CodeGeneration.Model.Declarations;

/// <summary>A scope as it is written: facts only, judged nowhere yet.</summary>
/// <param name="Class">Its class.</param>
/// <param name="Name">Its name.</param>
/// <param name="Source">Where the class's name stands.</param>
internal sealed record ScopeDeclaration(ScopeClass Class, Annotated<string> Name, SourceToken Source)
{
    public ScopeShape Shape { get; init; }

    public TablePolicy Conflicts { get; init; }

    public bool MayHandOn { get; init; }

    public EquatableArray<ScopeEntry> Entries { get; init; }

    public EquatableArray<TableDeclaration> Tables { get; init; }

    public EquatableArray<ScopeMember> Members { get; init; }

    /// <summary>The listed entities that other assemblies declare.</summary>
    public EquatableArray<EntityDeclaration> ReferencedEntities { get; init; }
}
