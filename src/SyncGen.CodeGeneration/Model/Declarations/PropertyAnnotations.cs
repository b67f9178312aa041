namespace SyncGen.CodeGeneration.Model.Declarations;

/// <summary>What the attributes on a property say.</summary>
internal sealed record PropertyAnnotations
{
    public static PropertyAnnotations None { get; } = new();

    /// <summary>Where it is marked as a key property.</summary>
    public SourceToken? Key { get; init; }

    public bool IsNotMapped { get; init; }

    /// <summary>Whether the database may not hold null, whatever the property's type says.</summary>
    public bool IsRequired { get; init; }

    public Annotated<string>? ColumnName { get; init; }

    public string? ColumnType { get; init; }

    public int? ColumnOrder { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>On a navigation the names of the foreign key properties, on one of these the name of the navigation.</summary>
    public Annotated<string>? ForeignKey { get; init; }

    /// <summary>Where it is said that the database computes the value.</summary>
    public SourceToken? Computed { get; init; }

    public Annotated<string>? FilterParameter { get; init; }

    /// <summary>Names the filter columns of which one must match.</summary>
    public string? FilterAnyOf { get; init; }

    public bool IsFilterList { get; init; }

    /// <summary>The names that the column had in earlier versions of the model.</summary>
    public EquatableArray<Annotated<string>> FormerNames { get; init; }

    /// <summary>Whether an enum is stored by name.</summary>
    public Annotated<bool>? EnumByName { get; init; }

    public ConverterDeclaration? Converter { get; init; }

    /// <summary>Whether the property would be a column by one of these annotations.</summary>
    public bool AskForColumn =>
        Key is not null || IsRequired || ColumnName is not null || ColumnType is not null || MaxLength is not null || Computed is not null
        || FilterParameter is not null || FormerNames.Count > 0 || EnumByName is not null || Converter is not null;
}
