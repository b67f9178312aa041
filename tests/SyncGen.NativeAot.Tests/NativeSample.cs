using System.Diagnostics;
using System.Runtime.InteropServices;
using SyncGen.Testing;

namespace SyncGen.NativeAot.Tests;

/// <summary>A sample, compiled to machine code without a warning.</summary>
internal sealed class NativeSample
{
    private readonly string _program;

    private NativeSample(string program) => _program = program;

    /// <summary>Compiles a sample from a copy of the repository.</summary>
    public static async Task<NativeSample> PublishAsync(TemporaryFolder folder, string name)
    {
        RepositoryCopy.To(folder.File("repository"), "src", "templates", "samples");

        // Warnings are errors in samples. Each is asked for, not only one for a whole library.
        var build = await DotnetCommand.RunAsync(
            folder.File("repository"), "publish", $"samples/{name}", "-r", RuntimeInformation.RuntimeIdentifier, "-o", folder.File("native"),
            "-p:Native=true", "-p:TrimmerSingleWarn=false", "-v", "q");

        Assert.DoesNotContain("warning", build, StringComparison.OrdinalIgnoreCase);
        Assert.False(File.Exists(folder.File($"native/{name}.dll")), "The sample was not compiled to machine code.");
        return new NativeSample(folder.File($"native/{name}"));
    }

    /// <summary>Runs it in a folder; answers what it wrote. It must end well.</summary>
    public async Task<string> RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(_program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
        return output;
    }
}
