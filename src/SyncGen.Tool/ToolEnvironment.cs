using System.Diagnostics;

namespace SyncGen.Tool;

/// <summary>The variables that the program was started with: the one place that reads them.</summary>
internal sealed class ToolEnvironment
{
    private readonly IDictionary<string, string?> _variables = new ProcessStartInfo().Environment;

    /// <summary>The variable of a name; null where there is none, or an empty one.</summary>
    public string? this[string name] => _variables.TryGetValue(name, out var value) && value is { Length: > 0 } ? value : null;

    /// <summary>Whether colours are wanted, as https://no-color.org has it.</summary>
    public bool AllowsColours => this["NO_COLOR"] is null;
}
