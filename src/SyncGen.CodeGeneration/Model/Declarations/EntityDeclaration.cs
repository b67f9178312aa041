namespace SyncGen.CodeGeneration.Model.Declarations;

/// <summary>An entity class as it is written: facts only, judged nowhere yet.</summary>
/// <param name="Type">The class.</param>
/// <param name="Source">Where its name stands.</param>
internal sealed record EntityDeclaration(TypeReference Type, SourceToken Source)
{
    public EntityShape Shape { get; init; }

    /// <summary>The name of a base class that is an entity too; null if there is none.</summary>
    public string? EntityBase { get; init; }

    public bool EnumsByName { get; init; }

    public Annotated<string>? TableName { get; init; }

    public string? Schema { get; init; }

    /// <summary>The names that the table had in earlier versions of the model.</summary>
    public EquatableArray<Annotated<string>> FormerNames { get; init; }

    /// <summary>The properties that the class itself names as its key, in order; null if it names none.</summary>
    public Annotated<EquatableArray<string>>? PrimaryKey { get; init; }

    /// <summary>Base classes' properties first, then in the order of the declaration.</summary>
    public EquatableArray<PropertyDeclaration> Properties { get; init; }

    public EquatableArray<ConstructorDeclaration> Constructors { get; init; }

    public EquatableArray<RequiredMember> RequiredMembers { get; init; }

    /// <summary>The property of that name; null if there is none.</summary>
    public PropertyDeclaration? Find(string property) => Properties.FirstOrDefault(p => p.Name == property);
}
