using System.Diagnostics;
using System.Globalization;
using SyncGen.Testing;

namespace SyncGen.Tool.Tests;

/// <summary>Runs the tool as a user does: as a process.</summary>
internal static class ToolRun
{
    // …/bin/Debug/net10.0/, as this project is built.
    private static readonly string s_build = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!);

    private static readonly string s_tool = Path.Combine(RepositoryFolder.Path, "src", "SyncGen.Tool", "bin", s_build, "net10.0", "SyncGen.Tool.dll");

    /// <summary>A body of a shell's function that is the tool.</summary>
    public static string ShellFunction => $"{{ dotnet exec '{s_tool}' \"$@\"; }}";

    /// <summary>Runs the tool to its end.</summary>
    public static Task<ToolResult> RunAsync(params string[] arguments) => RunAsync(Path.GetTempPath(), [], arguments);

    /// <summary>Runs the tool to its end, in a folder and with variables.</summary>
    public static async Task<ToolResult> RunAsync(string folder, (string Name, string Value)[] variables, params string[] arguments)
    {
        using var process = Start(folder, variables, arguments);
        return await EndAsync(process);
    }

    /// <summary>Starts the tool.</summary>
    public static Process Start(string folder, (string Name, string Value)[] variables, params string[] arguments)
    {
        Assert.True(File.Exists(s_tool), $"{s_tool} is not built.");
        var start = new ProcessStartInfo("dotnet", ["exec", s_tool, .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs the tool at a terminal, as a person sits at one; what it writes to the terminal is the output.</summary>
    /// <param name="input">What the person types.</param>
    /// <param name="variables">Variables.</param>
    /// <param name="arguments">The arguments, one each.</param>
    public static async Task<ToolResult> RunAtTerminalAsync(string input, (string Name, string Value)[] variables, params string[] arguments)
    {
        const string Terminal = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))";
        var start = new ProcessStartInfo("python3", ["-c", Terminal, "dotnet", "exec", s_tool, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TERM"] = "xterm-256color" },
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        await process.StandardInput.FlushAsync();
        var result = await EndAsync(process);
        process.StandardInput.Close();
        return result;
    }

    /// <summary>Presses Ctrl-C, where there is no Windows.</summary>
    public static async Task InterruptAsync(Process process)
    {
        using var kill = Process.Start("kill", [IgnoresInterrupt(process) ? "-TERM" : "-INT", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    // What a shell's script starts in the background, and what that starts, ignores Ctrl-C: then the tests are such a program.
    private static bool IgnoresInterrupt(Process process)
    {
        const string Field = "SigIgn:";
        const ulong Interrupt = 1 << 1;
        var status = $"/proc/{process.Id}/status";
        return File.Exists(status)
            && File.ReadLines(status).FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal)) is { } line
            && (ulong.Parse(line[Field.Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
    }

    /// <summary>Waits for the end of a run.</summary>
    public static async Task<ToolResult> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ToolResult(process.ExitCode, (await output).ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"));
    }
}
