namespace SyncGen.CodeGeneration.Model;

/// <summary>A member of an enum.</summary>
/// <param name="Name">Its name, unescaped.</param>
/// <param name="Number">Its number, as text: members with equal numbers are aliases.</param>
internal sealed record EnumMember(string Name, string Number);
