namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>What the templates print of an enum that is stored by name.</summary>
internal sealed record EnumView(string Name, string FullName, EquatableArray<EnumMemberView> Names, EquatableArray<EnumMemberView> Members);
