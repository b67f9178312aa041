namespace SyncGen.CodeGeneration.Model.Declarations;

/// <summary>A member that an object initializer must set.</summary>
/// <param name="Name">Its name, unescaped.</param>
/// <param name="IsValueType">Whether its default is a value.</param>
internal sealed record RequiredMember(string Name, bool IsValueType);
