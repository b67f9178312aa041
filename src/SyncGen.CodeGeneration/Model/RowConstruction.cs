using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model;

/// <summary>How generated code makes a row.</summary>
/// <param name="Arguments">What it passes to the constructor.</param>
/// <param name="RequiredMembers">What the object initializer must set.</param>
internal sealed record RowConstruction(EquatableArray<ConstructorArgument> Arguments, EquatableArray<RequiredMember> RequiredMembers);
