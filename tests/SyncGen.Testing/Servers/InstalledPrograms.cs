using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SyncGen.Testing.Servers;

/// <summary>Looks for programs on this machine.</summary>
internal static partial class InstalledPrograms
{
    private const UnixFileMode MayBeRun = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The full path of a program on PATH or in one of other folders; null where there is none that could be started.</summary>
    public static string? Find(string program, IEnumerable<string> otherFolders) =>
        PathFolders.Concat(otherFolders).Select(folder => Path.Combine(folder, program)).FirstOrDefault(IsProgram);

    /// <summary>Whether this could be started: a link whose target was removed exists as a file, as one that nobody may run does.</summary>
    public static bool IsProgram(string path)
    {
        var file = new FileInfo(path);
        return file.Exists && (file.ResolveLinkTarget(returnFinalTarget: true)?.Exists ?? true)
            && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & MayBeRun) != 0);
    }

    /// <summary>The folders that PATH names.</summary>
    public static IEnumerable<string> PathFolders =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The first number, with what follows its point, that a program prints for <c>--version</c>: "15.14", "17beta1" is 17.0.</summary>
    /// <exception cref="InvalidOperationException">It prints no version.</exception>
    public static Version VersionOf(string path)
    {
        using var process = Process.Start(new ProcessStartInfo(path, ["--version"]) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var match = FirstVersion().Match(text);
        return match.Success
            ? new Version(Number(match.Groups[1]), Number(match.Groups[2]))
            : throw new InvalidOperationException($"{path} --version prints no version but \"{text}\".");
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"(?<=\s)(\d+)(?:\.(\d+))?")]
    private static partial Regex FirstVersion();
}
