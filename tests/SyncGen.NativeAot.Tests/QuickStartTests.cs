using System.Diagnostics;
using System.Runtime.InteropServices;
using SyncGen.Testing;

namespace SyncGen.NativeAot.Tests;

/// <summary>What the compiler's trim and AOT analyzers promise for each library, the whole program keeps.</summary>
public sealed class QuickStartTests
{
    [RequiresFact(Requirement.NativeToolchain)]
    public async Task Compiled_to_machine_code_without_a_warning_the_sample_synchronises()
    {
        using var folder = new TemporaryFolder();
        RepositoryCopy.To(folder.File("repository"), "src", "templates", "samples");

        // Warnings are errors in samples. Each is asked for, not only one for a whole library.
        var build = await DotnetCommand.RunAsync(
            folder.File("repository"), "publish", "samples/QuickStart", "-r", RuntimeInformation.RuntimeIdentifier, "-o", folder.File("native"),
            "-p:Native=true", "-p:TrimmerSingleWarn=false", "-v", "q");

        Assert.DoesNotContain("warning", build, StringComparison.OrdinalIgnoreCase);
        Assert.False(File.Exists(folder.File("native/QuickStart.dll")), "The sample was not compiled to machine code.");
        var (code, output) = await RunAsync(folder.File("native/QuickStart"));
        Assert.True(code == 0, output);
        Assert.Contains("all three databases agree", output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> RunAsync(string program)
    {
        using var process = Process.Start(new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }
}
