namespace SyncGen.CodeGeneration.Model;

/// <summary>What a constructor's parameter gets.</summary>
/// <param name="Parameter">The parameter's name, unescaped.</param>
/// <param name="Property">The property that it sets, unescaped.</param>
/// <param name="IsValueType">Whether the parameter's default is a value.</param>
internal sealed record ConstructorArgument(string Parameter, string Property, bool IsValueType);
