namespace SyncGen.CodeGeneration.Templates.Views;

/// <summary>What a template sees of an entity.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="Identifier">The same as C# writes it, with an at sign where it is a keyword.</param>
/// <param name="FullName">The name with its namespace and the types around it.</param>
/// <param name="Type">The class as C# names it, from <c>global::</c> on.</param>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Table">The table's name, unquoted.</param>
/// <param name="Schema">The table's schema; null if none is named.</param>
/// <param name="IsReferenced">Whether another assembly declares the class.</param>
/// <param name="Scopes">The names of the scopes that it is in.</param>
internal sealed record TemplateEntity(
    string Name,
    string Identifier,
    string FullName,
    string Type,
    string Namespace,
    string Table,
    string? Schema,
    bool IsReferenced,
    EquatableArray<string> Scopes)
{
    /// <summary>All properties that are columns: key properties first.</summary>
    public EquatableArray<TemplateProperty> Properties { get; init; }

    /// <summary>The key properties, in the key's order.</summary>
    public EquatableArray<TemplateProperty> Key { get; init; }

    /// <summary>What the class's constructor takes; empty where it takes nothing.</summary>
    public EquatableArray<TemplateArgument> Constructor { get; init; }

    /// <summary>The entities that its rows refer to.</summary>
    public EquatableArray<TemplateRelation> Parents { get; init; }

    /// <summary>The entities whose rows refer to it.</summary>
    public EquatableArray<TemplateRelation> Children { get; init; }
}
