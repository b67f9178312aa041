using System.Diagnostics;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Models;

/// <summary>Builds a C# project and says where its assembly is.</summary>
internal static class ProjectBuild
{
    /// <summary>Builds the project.</summary>
    /// <returns>The assembly's path.</returns>
    public static async Task<string> RunAsync(FileInfo project, string? framework, CancellationToken cancellationToken)
    {
        string[] target = framework is null ? [] : [$"-p:TargetFramework={framework}"];
        var (built, log) = await DotnetAsync(["build", project.FullName, "--nologo", "--verbosity", "quiet", .. target], cancellationToken);
        if (built != 0)
        {
            var errors = log.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct().Take(5);
            throw new ToolException($"'{project.Name}' does not build. Mend it, or name its assembly by --assembly:\n{string.Join('\n', errors)}", ExitCode.Failed);
        }

        var (_, path) = await DotnetAsync(["msbuild", project.FullName, "-getProperty:TargetPath", .. target], cancellationToken);
        return File.Exists(path.Trim())
            ? path.Trim()
            : throw new ToolException($"'{project.Name}' is built for several frameworks: say for which by --framework, such as net10.0.");
    }

    private static async Task<(int ExitCode, string Output)> DotnetAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Process.Start(start) ?? throw new ToolException("`dotnet` cannot be started: a project needs the .NET SDK. Install it, or name an assembly by --assembly.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
