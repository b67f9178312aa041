namespace SyncGen.CodeGeneration.Model.Declarations;

/// <summary>A member that the user's part of a scope's class declares.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsPartial">Whether it is a partial method.</param>
/// <param name="ParameterTypes">A method's parameter types, from <c>global::</c> on.</param>
/// <param name="IsMethod">Whether it is a method, which may be overloaded.</param>
/// <param name="Source">Where its name stands.</param>
internal sealed record ScopeMember(string Name, bool IsMethod, bool IsPartial, EquatableArray<string> ParameterTypes, SourceToken Source);
