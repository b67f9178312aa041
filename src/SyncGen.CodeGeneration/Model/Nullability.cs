namespace SyncGen.CodeGeneration.Model;

/// <summary>Whether a property may hold null.</summary>
internal enum Nullability
{
    /// <summary>Declared where nullable annotations are off: the code does not say.</summary>
    Unknown,
    NotNull,
    Nullable,
}
