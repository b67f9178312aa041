using System.Diagnostics;
using System.Text.RegularExpressions;
using SyncGen.Testing;

namespace SyncGen.Samples.Tests;

/// <summary>The service and the client for it do what their pages say, down to the commands.</summary>
public sealed partial class TodoTests
{
    private static readonly string s_configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    [Fact]
    public async Task Devices_of_one_user_agree_and_users_do_not_meet()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServiceProcess.StartAsync(Program("TodoServer"), folder.Path);
        var phone = Directory.CreateDirectory(folder.File("phone")).FullName;
        var laptop = Directory.CreateDirectory(folder.File("laptop")).FullName;

        Assert.Contains("[ ] Buy milk", await ClientAsync(phone, "ann", server, "add", "Buy milk"), StringComparison.Ordinal);
        // A device ticks off what it has: it synchronises first.
        Assert.Contains("[ ] Buy milk", await ClientAsync(laptop, "ann", server, "list"), StringComparison.Ordinal);
        Assert.Contains("[x] Buy milk", await ClientAsync(laptop, "ann", server, "done", "Buy milk"), StringComparison.Ordinal);
        Assert.DoesNotContain("milk", await ClientAsync(laptop, "ben", server, "list"), StringComparison.Ordinal);
        Assert.Contains("[ ] a'b; <é>", await ClientAsync(laptop, "o'x; DROP=é\n", server, "add", "a'b; <é>"), StringComparison.Ordinal);
        Assert.Contains("[x] Buy milk", await ClientAsync(phone, "ann", server, "list"), StringComparison.Ordinal);
        await ClientAsync(phone, "ann", server, "delete", "Buy milk");
        Assert.DoesNotContain("milk", await ClientAsync(laptop, "ann", server, "list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_is_told_why_the_server_does_not_take_a_row()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServiceProcess.StartAsync(Program("TodoServer"), folder.Path);

        var output = await DotnetCommand.RunAsync(folder.Path, Program("TodoClient"), "ann", $"{server.Address}/sync", "add", "  ");

        Assert.Contains("Say what is to be done.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("[ ]", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_works_without_the_server()
    {
        using var folder = new TemporaryFolder();

        var output = await DotnetCommand.RunAsync(folder.Path, Program("TodoClient"), "ann", "http://127.0.0.1:9/sync", "add", "Buy milk");

        Assert.Contains("Not synchronised", output, StringComparison.Ordinal);
        Assert.Contains("[ ] Buy milk", output, StringComparison.Ordinal);
    }

    [RequiresFact(Requirement.Python)]
    public async Task Client_of_a_stranger_gets_along_in_both_formats()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServiceProcess.StartAsync(Program("TodoServer"), folder.Path, "--Sync:BatchBytesMax", "1000");
        var program = Path.Combine(RepositoryFolder.Path, "samples", "TodoServer", "stranger.py");

        var (exitCode, output) = await RunAsync(new ProcessStartInfo("python3", [program, server.Address]), folder.Path);

        Assert.True(exitCode == 0, output);
        Assert.Equal(2, output.Split('\n').Count(line => line.StartsWith("ok", StringComparison.Ordinal) && line.EndsWith("a new device gets no such row", StringComparison.Ordinal)));
    }

    [RequiresFact(Requirement.Curl)]
    public async Task Commands_of_the_page_run_as_they_stand()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServiceProcess.StartAsync(Program("TodoServer"), folder.Path);
        var page = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, "samples", "TodoServer", "README.md"));
        var script = "set -euo pipefail\n" + string.Join('\n', Commands().Matches(page).Select(match => match.Groups[1].Value));
        await File.WriteAllTextAsync(folder.File("page.sh"), script);
        var start = new ProcessStartInfo("bash", ["-x", "page.sh"]);
        start.Environment["SERVER"] = server.Address;

        var (exitCode, output) = await RunAsync(start, folder.Path);

        Assert.True(exitCode == 0, output);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(ProcessStartInfo start, string folder)
    {
        (start.WorkingDirectory, start.RedirectStandardOutput, start.RedirectStandardError) = (folder, true, true);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, $"{await output}\n{await errors}");
    }

    private static Task<string> ClientAsync(string device, string user, ServiceProcess server, params string[] command) =>
        DotnetCommand.RunAsync(device, [Program("TodoClient"), user, $"{server.Address}/sync", .. command]);

    private static string Program(string name) => Path.Combine(RepositoryFolder.Path, "samples", name, "bin", s_configuration, "net10.0", $"{name}.dll");

    [GeneratedRegex("```bash\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Commands();
}
