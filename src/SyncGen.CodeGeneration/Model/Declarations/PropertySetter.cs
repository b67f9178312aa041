namespace SyncGen.CodeGeneration.Model.Declarations;

/// <summary>How a property can be set from generated code.</summary>
internal enum PropertySetter
{
    None,
    Inaccessible,
    Accessible,
}
