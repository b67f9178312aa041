namespace SyncGen.CodeGeneration.Model;

/// <summary>An enum.</summary>
/// <param name="FullName">The name from <c>global::</c> on.</param>
/// <param name="Name">The simple name.</param>
/// <param name="Underlying">The type of its numbers.</param>
/// <param name="Members">Its members in the order of the declaration.</param>
internal sealed record EnumType(string FullName, string Name, StoredType Underlying, EquatableArray<EnumMember> Members)
{
    /// <summary>The name that stands for no value: of the member that is zero, or else of the first.</summary>
    public string EmptyName => (Members.FirstOrDefault(m => m.Number == "0") ?? Members.FirstOrDefault())?.Name ?? "";
}
