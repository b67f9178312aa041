namespace SyncGen.CodeGeneration.Model.Declarations;

/// <summary>A place in a source file, as a value: equal if it is the same place. Lines and columns count from 0.</summary>
internal readonly record struct SourceToken(string Path, int Start, int Length, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>No place: what is declared in another assembly, or in no file at all.</summary>
    public static SourceToken None => default;

    public bool IsNone => Path is null;
}
