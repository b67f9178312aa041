using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Templates.Views;

/// <summary>Names of classes as templates and files show them.</summary>
internal static class TemplateNames
{
    /// <summary>The name with its namespace and the types around it, as people say it.</summary>
    public static string FullName(TypeReference type) => type.FullName.Replace("global::", "").Replace("@", "");
}
