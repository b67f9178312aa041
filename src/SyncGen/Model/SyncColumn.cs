namespace SyncGen.Model;

/// <summary>A column of a synchronised table.</summary>
/// <param name="Name">The column's name in the database, unquoted.</param>
/// <param name="Type">The type that is read and written.</param>
/// <param name="IsNullable">Whether null is a value.</param>
public sealed record SyncColumn(string Name, SyncType Type, bool IsNullable)
{
    /// <summary>The property's name in the entity class, which is the column's name on the wire. Default: the column's.</summary>
    public string Property { get; init; } = Name;

    /// <summary>The greatest length, in characters or bytes; null if unlimited.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The column type that the model asks for by name, such as <c>varchar(20)</c>; null for the provider's own.</summary>
    public string? StoreType { get; init; }

    /// <summary>The filter parameter that this column answers to; null if it is no filter column.</summary>
    public string? FilterParameter { get; init; }

    /// <summary>
    /// Names alternatives: of the filter columns of a table that have the same name here, one must match. Null: this one must.
    /// </summary>
    public string? FilterAnyOf { get; init; }

    /// <summary>Whether the database computes the value: read, but never written.</summary>
    public bool IsComputed { get; init; }

    /// <summary>
    /// What stands in a text column for no value, where there must be one: what rows get whose writer does not know the column. Default:
    /// empty; the name of an enum's member where it is stored by name.
    /// </summary>
    public string EmptyText { get; init; } = "";

    /// <summary>The names that the column had in earlier versions of the model. Default: none.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];
}
