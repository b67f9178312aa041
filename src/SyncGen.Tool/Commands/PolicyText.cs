using System.CommandLine;

namespace SyncGen.Tool.Commands;

/// <summary>Conflict policies as they stand on command lines and in files: by the names that code gives them.</summary>
internal static class PolicyText
{
    private static readonly string[] s_names = [.. Enum.GetNames<ConflictPolicy>().Where(name => name != nameof(ConflictPolicy.Default))];

    /// <summary>The names, for messages.</summary>
    public static string Names => string.Join(", ", s_names);

    /// <summary>An option that takes a policy.</summary>
    public static Option<string?> Option(string name, string description)
    {
        var option = new Option<string?>(name) { Description = $"{description} One of {Names}.", HelpName = "policy" };
        option.AcceptOnlyFromAmong(s_names);
        return option;
    }

    /// <summary>The policy of a text; the default where it is none.</summary>
    public static ConflictPolicy Parse(string? text) => Enum.TryParse<ConflictPolicy>(text, ignoreCase: true, out var policy) ? policy : ConflictPolicy.Default;
}
