namespace SyncGen.CodeGeneration.Model.Declarations;

/// <summary>What keeps a type from being the class of rows.</summary>
[Flags]
internal enum EntityShape
{
    Plain = 0,
    Abstract = 1,
    Static = 2,
    Generic = 4,
    Struct = 8,
    FileLocal = 16,
    Inaccessible = 32,
}
