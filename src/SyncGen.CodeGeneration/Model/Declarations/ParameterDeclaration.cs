namespace SyncGen.CodeGeneration.Model.Declarations;

/// <summary>A parameter of a constructor.</summary>
/// <param name="Name">Its name, unescaped.</param>
/// <param name="TypeName">Its type, as <see cref="PropertyType.ParameterName"/>.</param>
/// <param name="IsOptional">Whether it has a default value.</param>
internal sealed record ParameterDeclaration(string Name, string TypeName, bool IsOptional);
