namespace SyncGen.CodeGeneration.Model;

/// <summary>An enum.</summary>
/// <param name="FullName">The name from <c>global::</c> on.</param>
/// <param name="Name">The simple name.</param>
/// <param name="Underlying">The type of its numbers.</param>
/// <param name="Members">Its members in the order of the declaration.</param>
internal sealed record EnumType(string FullName, string Name, StoredType Underlying, EquatableArray<EnumMember> Members);
