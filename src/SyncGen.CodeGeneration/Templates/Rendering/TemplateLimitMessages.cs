namespace SyncGen.CodeGeneration.Templates.Rendering;

/// <summary>Tells by Scriban's words whether one of its limits was reached: it has no exception of its own for them.</summary>
internal static class TemplateLimitMessages
{
    private static readonly string[] s_words = ["Exceeding ", "exceeds LoopLimit", "exceeds LimitToString", "exceeds the configured LimitToString", "Insufficient stack", "Regex engine has timed out"];

    public static bool IsLimit(string message) => s_words.Any(word => message.IndexOf(word, StringComparison.Ordinal) >= 0);
}
