using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>Names as a message shows them.</summary>
internal static class DisplayName
{
    public static string Of(PropertyType type) => Of(type.ParameterName);

    public static string Of(string fullName) => fullName.Replace("global::", "");
}
