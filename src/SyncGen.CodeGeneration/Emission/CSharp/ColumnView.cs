namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>What the templates print of a column.</summary>
internal sealed record ColumnView(string Description, bool IsNullable, string IsNotNull, string WriteValue, string WriteNull);
