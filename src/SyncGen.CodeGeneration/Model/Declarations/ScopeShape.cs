namespace SyncGen.CodeGeneration.Model.Declarations;

/// <summary>What keeps a class from being a scope.</summary>
[Flags]
internal enum ScopeShape
{
    Plain = 0,
    NotPartial = 1,
    ContainerNotPartial = 2,
    Generic = 4,
    FileLocal = 8,
}
