namespace SyncGen.CodeGeneration.Model.Declarations;

/// <summary>One implementation of <c>ISyncConverter</c>.</summary>
/// <param name="ValueName">The property type that it converts, from <c>global::</c> on.</param>
/// <param name="StoredName">The type that it converts to, from <c>global::</c> on.</param>
/// <param name="Stored">The column type that this is; null if it is none.</param>
/// <param name="IsCallable">Whether its methods are public, and not only there through the interface.</param>
internal sealed record Conversion(string ValueName, string StoredName, StoredType? Stored, bool IsCallable);
