using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>The constructor that makes rows.</summary>
/// <param name="Arguments">What its parameters get.</param>
/// <param name="SetsRequiredMembers">Whether it sets all required members itself.</param>
internal sealed record SelectedConstructor(EquatableArray<ConstructorArgument> Arguments, bool SetsRequiredMembers)
{
    public bool Binds(PropertyDeclaration property) => Arguments.Any(a => a.Property == property.Name);
}
