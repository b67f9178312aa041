using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model;

/// <summary>An entity class, understood: its table, its columns, its key, and how a row is made.</summary>
/// <param name="Type">The class.</param>
/// <param name="TableName">The table's name, unquoted.</param>
/// <param name="Source">Where the class's name stands.</param>
internal sealed record EntityModel(TypeReference Type, string TableName, SourceToken Source)
{
    /// <summary>Where the table's name stands.</summary>
    public SourceToken TableSource { get; init; }

    public string? Schema { get; init; }

    /// <summary>The names that the table had in earlier versions of the model.</summary>
    public EquatableArray<Annotated<string>> FormerNames { get; init; }

    /// <summary>Whether another assembly declares the class.</summary>
    public bool IsReferenced { get; init; }

    /// <summary>All columns: first the key columns in key order.</summary>
    public EquatableArray<ColumnModel> Columns { get; init; }

    public int KeyLength { get; init; }

    public RowConstruction Construction { get; init; } = new([], []);

    public EquatableArray<ForeignKeyModel> ForeignKeys { get; init; }

    /// <summary>The collections of other entities.</summary>
    public EquatableArray<ChildModel> Children { get; init; }

    /// <summary>The properties by name, as declared: what findings about a scope point at.</summary>
    public EquatableArray<PropertyDeclaration> Properties { get; init; }

    public SourceToken SourceOf(string property)
    {
        foreach (var candidate in Properties)
        {
            if (candidate.Name == property)
            {
                return candidate.Source.IsNone ? Source : candidate.Source;
            }
        }

        return Source;
    }
}
