namespace SyncGen.CodeGeneration.Model.Declarations;

/// <summary>A constructor that generated code may call.</summary>
/// <param name="Parameters">Its parameters.</param>
/// <param name="SetsRequiredMembers">Whether it sets all required members itself.</param>
internal sealed record ConstructorDeclaration(EquatableArray<ParameterDeclaration> Parameters, bool SetsRequiredMembers);
