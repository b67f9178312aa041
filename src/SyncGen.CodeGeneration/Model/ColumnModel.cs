namespace SyncGen.CodeGeneration.Model;

/// <summary>A property that is a column.</summary>
/// <param name="Property">The property's name, unescaped.</param>
/// <param name="Name">The column's name, unquoted.</param>
/// <param name="Stored">The type that is read and written.</param>
internal sealed record ColumnModel(string Property, string Name, StoredType Stored)
{
    public ColumnForm Form { get; init; }

    /// <summary>The property's type from <c>global::</c> on, without a question mark.</summary>
    public string PropertyType { get; init; } = "";

    public bool IsValueType { get; init; }

    /// <summary>Whether the property may hold null. A required column may still belong to such a property.</summary>
    public bool IsPropertyNullable { get; init; }

    /// <summary>Whether the column may hold null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The converter's name from <c>global::</c> on; null unless the form is <see cref="ColumnForm.Converted"/>.</summary>
    public string? Converter { get; init; }

    /// <summary>The enum; null unless the form is <see cref="ColumnForm.EnumName"/>.</summary>
    public EnumType? Enum { get; init; }

    public int? MaxLength { get; init; }

    public string? StoreType { get; init; }

    public string? FilterParameter { get; init; }

    /// <summary>Names the filter columns of which one must match; null: this one must.</summary>
    public string? FilterAnyOf { get; init; }

    /// <summary>Whether the filter parameter takes several values.</summary>
    public bool IsFilterList { get; init; }

    public bool IsComputed { get; init; }

    /// <summary>The names that the column had in earlier versions of the model.</summary>
    public EquatableArray<string> FormerNames { get; init; }
}
