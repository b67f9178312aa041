namespace SyncGen.CodeGeneration.Templates.Views;

/// <summary>What a template sees of a scope.</summary>
/// <param name="Name">The scope's name.</param>
/// <param name="Class">Its class's name.</param>
/// <param name="Identifier">The same as C# writes it, with an at sign where it is a keyword.</param>
/// <param name="FullName">The class's name with its namespace and the types around it.</param>
/// <param name="Type">The class as C# names it, from <c>global::</c> on.</param>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Fingerprint">A hash of what two stores must agree on, 16 hexadecimal digits.</param>
internal sealed record TemplateScope(string Name, string Class, string Identifier, string FullName, string Type, string Namespace, string Fingerprint)
{
    /// <summary>Who sees the class: <c>public</c>, <c>internal</c> or <c>private</c>.</summary>
    public string Visibility { get; init; } = "";

    /// <summary>How a part of the class is declared, such as <c>partial class TodoScope</c>.</summary>
    public string Declaration { get; init; } = "";

    /// <summary>How parts of the types around it are declared, from the outermost on.</summary>
    public EquatableArray<string> Containers { get; init; }

    /// <summary>Whether a client may hand a row on to another part.</summary>
    public bool MayHandOn { get; init; }

    /// <summary>The filter parameters.</summary>
    public EquatableArray<TemplateParameter> Parameters { get; init; }

    /// <summary>The tables, parents before children as far as cycles allow.</summary>
    public EquatableArray<TemplateTable> Tables { get; init; }
}
