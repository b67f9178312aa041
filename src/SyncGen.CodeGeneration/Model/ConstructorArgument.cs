namespace SyncGen.CodeGeneration.Model;

/// <summary>What a constructor's parameter gets.</summary>
/// <param name="Parameter">The parameter's name, unescaped.</param>
/// <param name="Property">The property that it sets, unescaped.</param>
/// <param name="IsValueType">Whether the parameter's type is a struct or an enum.</param>
/// <param name="IsOptional">Whether the parameter has a default value of its own.</param>
internal sealed record ConstructorArgument(string Parameter, string Property, bool IsValueType, bool IsOptional);
