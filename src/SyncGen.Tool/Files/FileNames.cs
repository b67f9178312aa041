using SyncGen.Tool.Output;

namespace SyncGen.Tool.Files;

/// <summary>Names of files that come from a model: they never lead out of their folder, and every system takes them.</summary>
internal static class FileNames
{
    private static readonly string[] s_devices =
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })];

    /// <summary>The full path of a file.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">The file's path within it, with slashes.</param>
    /// <exception cref="ToolException">The name leads elsewhere, or is none on some system.</exception>
    public static string Combine(string folder, string name)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var path = Path.GetFullPath(Path.Combine(root, name));
        var start = Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar;
        return name.Split('/').All(IsPlain) && path.StartsWith(start, StringComparison.Ordinal)
            ? path
            : throw new ToolException($"'{name}' cannot be the name of a file. Rename what it is named after.");
    }

    private static bool IsPlain(string part) =>
        part.Length is > 0 and <= 255 && part[^1] is not ('.' or ' ') && !part.Any(c => char.IsControl(c) || "\\<>:\"|?*".Contains(c, StringComparison.Ordinal))
        && !s_devices.Contains(part.Split('.')[0].TrimEnd(), StringComparer.OrdinalIgnoreCase);
}
