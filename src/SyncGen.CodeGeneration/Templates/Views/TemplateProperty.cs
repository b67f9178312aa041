namespace SyncGen.CodeGeneration.Templates.Views;

/// <summary>What a template sees of a property and its column.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Identifier">The same as C# writes it, with an at sign where it is a keyword.</param>
/// <param name="Type">Its type as C# names it, with a question mark where it may be null.</param>
/// <param name="BareType">The same without a question mark.</param>
/// <param name="Column">The column's name, unquoted.</param>
/// <param name="Stored">The type of the column's values, a name of <c>SyncType</c>.</param>
internal sealed record TemplateProperty(string Name, string Identifier, string Type, string BareType, string Column, string Stored)
{
    /// <summary>Whether the property may be null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether its type is a struct or an enum.</summary>
    public bool IsValueType { get; init; }

    /// <summary>Whether it is part of the key.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether the database computes its value.</summary>
    public bool IsComputed { get; init; }

    /// <summary>Whether the column may be null.</summary>
    public bool IsColumnNullable { get; init; }

    /// <summary>How many characters or bytes it may have; null if nothing limits it.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The column's type in the database; null if none is named.</summary>
    public string? StoreType { get; init; }

    /// <summary>How the value is stored: <c>Direct</c>, <c>EnumNumber</c>, <c>EnumName</c> or <c>Converted</c>.</summary>
    public string Form { get; init; } = "";

    /// <summary>The converter's class as C# names it; null unless the form is <c>Converted</c>.</summary>
    public string? Converter { get; init; }

    /// <summary>The filter; null if it is no filter column.</summary>
    public TemplateFilter? Filter { get; init; }
}
