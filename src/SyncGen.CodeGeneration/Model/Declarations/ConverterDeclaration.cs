namespace SyncGen.CodeGeneration.Model.Declarations;

/// <summary>A converter that a property names.</summary>
/// <param name="FullName">The converter's name from <c>global::</c> on.</param>
/// <param name="Source">Where the property names it.</param>
/// <param name="Conversions">The conversions that it implements.</param>
/// <param name="IsError">Whether the compiler could not resolve it and says so itself.</param>
internal sealed record ConverterDeclaration(string FullName, SourceToken Source, EquatableArray<Conversion> Conversions, bool IsError);
