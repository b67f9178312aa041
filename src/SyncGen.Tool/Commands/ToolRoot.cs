using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using SyncGen.Tool.Codegen;
using SyncGen.Tool.Output;
using SyncGen.Tool.Scaffolding;

namespace SyncGen.Tool.Commands;

/// <summary>The program: its commands, and how a command line is run.</summary>
internal static class ToolRoot
{
    private const string ProgramName = "syncgen";

    /// <summary>How long a command may take to end in order after Ctrl-C.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>Runs a command line.</summary>
    /// <returns>The program's exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        // What scripts read is the same on every machine. (Invariant globalization would do it too, but SQL Server's driver refuses it.)
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var parsed = Create(output, error).Parse(arguments);
        if (parsed.Action is null or ParseErrorAction)
        {
            var isNoCommand = parsed.CommandResult.Command.Name == ProgramName && parsed.UnmatchedTokens.Count > 0;
            foreach (var problem in isNoCommand ? [$"There is no command '{parsed.UnmatchedTokens[0]}'."] : parsed.Errors.Select(problem => problem.Message).Distinct())
            {
                await error.WriteLineAsync(Printable.Lines($"syncgen: {problem}"));
            }

            await error.WriteLineAsync($"See `{CommandLine(parsed.CommandResult.Command)} --help`.");
            return ExitCode.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, ProcessTerminationTimeout = s_patience });
    }

    private static Command Create(TextWriter output, TextWriter error)
    {
        var help = new HelpOption { Recursive = true };
        help.Action = new ExampleHelp((HelpAction)help.Action!);
        // No RootCommand: it would be named as the file is that the program was started from.
        var root = new Command(ProgramName, "Keeps databases in step: prepares them, synchronises them, and watches over them.") { Options = { help, new VersionOption() } };
        ToolCommand[] commands =
        [
            new ScaffoldCommand(), new CodegenCommand(), new ProvisionCommand(), new DeprovisionCommand(), new MigrateCommand(), new SyncCommand(), new StatusCommand(), new ConflictsCommand(), new QuarantineCommand(),
            new VerifyCommand(), new CleanupCommand(), new ResetIdentityCommand(), new DoctorCommand(), new RunCommand(), new CompletionCommand(),
        ];
        foreach (var command in commands)
        {
            root.Subcommands.Add(command.Enable(output, error));
        }

        root.Subcommands.Add(new CompleteCommand(root, output));

        return root;
    }

    private static string CommandLine(Command command) => command.Name == ProgramName ? ProgramName : $"{ProgramName} {command.Name}";
}
