namespace SyncGen.CodeGeneration.Model.Declarations;

/// <summary>A public property of an entity class, its own or inherited.</summary>
/// <param name="Name">Its name, unescaped.</param>
/// <param name="Type">Its type.</param>
/// <param name="Setter">How it can be set.</param>
/// <param name="Annotations">What its attributes say.</param>
/// <param name="Source">Where its name stands.</param>
/// <param name="TypeSource">Where its type stands.</param>
internal sealed record PropertyDeclaration(
    string Name,
    PropertyType Type,
    PropertySetter Setter,
    PropertyAnnotations Annotations,
    SourceToken Source,
    SourceToken TypeSource)
{
    /// <summary>Where the column's name stands: in an annotation, or where the property's does.</summary>
    public SourceToken ColumnNameSource => Annotations.ColumnName?.Source ?? Source;
}
