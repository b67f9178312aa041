using System.Text.RegularExpressions;

namespace SyncGen.CodeGeneration.Templates;

/// <summary>What Scriban says of an error, as the end of a sentence.</summary>
internal static class TemplateErrorText
{
    private static readonly Regex s_space = new(@"\s+", RegexOptions.CultureInvariant);

    public static string Of(string message)
    {
        const int LengthMax = 300;
        var line = s_space.Replace(message, " ").Trim().TrimEnd('.');
        return line.Length <= LengthMax ? line : line.Substring(0, LengthMax) + "…";
    }
}
