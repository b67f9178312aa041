namespace SyncGen.CodeGeneration.Model.Declarations;

/// <summary>What an annotation says, and where it says so.</summary>
internal sealed record Annotated<T>(T Value, SourceToken Source);
