using Spectre.Console;
using SyncGen;

namespace QuickStart.Output;

/// <summary>Runs a session behind progress bars, one for each client and way; plain lines where the output is no terminal.</summary>
internal static class SessionView
{
    // Small batches, so that there is something to see: all that this sample has would fit into one.
    private static readonly SyncOptions s_options = new() { BatchBytesMax = 16 * 1024 };

    public static async Task<SyncResult> RunAsync(SyncOrchestrator orchestrator)
    {
        var result = await AnsiConsole.Progress()
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context => orchestrator.SynchronizeAsync(s_options, new SessionProgress(context)));
        Console.WriteLine(result.ToString());
        return result;
    }
}
