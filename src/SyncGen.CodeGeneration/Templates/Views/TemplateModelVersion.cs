namespace SyncGen.CodeGeneration.Templates.Views;

/// <summary>
/// The version of what templates are given. It grows by one when members are added; members never go away and never change
/// their meaning.
/// </summary>
internal static class TemplateModelVersion
{
    public const int Current = 1;
}
