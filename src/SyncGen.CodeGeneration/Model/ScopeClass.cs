namespace SyncGen.CodeGeneration.Model;

/// <summary>The class that a scope's generated members go to.</summary>
/// <param name="Type">The class.</param>
/// <param name="Declaration">How a part of it is declared, such as <c>partial class TodoScope</c>.</param>
/// <param name="Containers">How parts of the types around it are declared, from the outermost on.</param>
internal sealed record ScopeClass(TypeReference Type, string Declaration, EquatableArray<string> Containers)
{
    /// <summary>Whether the class is there only because the generator emits it.</summary>
    public bool IsEmitted { get; init; }

    /// <summary>Who sees the class.</summary>
    public ClassVisibility Visibility { get; init; }
}
