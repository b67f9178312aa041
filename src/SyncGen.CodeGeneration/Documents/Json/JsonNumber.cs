using System.Text.RegularExpressions;

namespace SyncGen.CodeGeneration.Documents.Json;

/// <summary>How JSON writes numbers.</summary>
internal static class JsonNumber
{
    private static readonly Regex s_form = new(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant);

    public static bool IsOne(string word) => s_form.IsMatch(word);
}
