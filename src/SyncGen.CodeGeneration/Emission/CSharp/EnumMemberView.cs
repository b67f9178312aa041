namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>What the templates print of an enum's member.</summary>
internal sealed record EnumMemberView(string Member, string Text);
