namespace SyncGen.CodeGeneration.Model;

/// <summary>A class by its names.</summary>
/// <param name="FullName">The name from <c>global::</c> on; also what tells two classes apart.</param>
/// <param name="Name">The simple name, escaped where it is a keyword.</param>
/// <param name="Namespace">The namespace; empty for the global one.</param>
internal sealed record TypeReference(string FullName, string Name, string Namespace)
{
    /// <summary>The simple name as metadata has it.</summary>
    public string UnescapedName => Name.TrimStart('@');
}
