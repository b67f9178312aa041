using System.Globalization;
using System.Text.Json.Nodes;

namespace SyncGen.Tool.Tests.Endurance;

/// <summary>Asks <c>syncgen status --group</c> again and again, and compares what it says with what is known.</summary>
internal sealed class StatusWatch(string file, GroupProgram program, Site hub, IReadOnlyList<Site> members)
{
    // How long a session may take to notice that a server is gone, and how long a server that is back may refuse connections.
    private static readonly TimeSpan s_notice = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_recovery = TimeSpan.FromSeconds(10);

    // As long as no session of the test takes.
    private static readonly TimeSpan s_sessionMax = TimeSpan.FromSeconds(45);

    /// <summary>How often it was asked.</summary>
    public int Asked { get; private set; }

    /// <summary>How often it said that a member was not well.</summary>
    public int Unwell { get; private set; }

    /// <summary>How often it said that the program does not run.</summary>
    public int NotRunning { get; private set; }

    /// <summary>Asks until it is cancelled. Fails at the first word that is not true.</summary>
    public async Task WatchAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await AskAsync();
            await Task.Delay(pause, CancellationToken.None);
        }
    }

    /// <summary>Asks once; answers whether all is well.</summary>
    public async Task<bool> AskAsync()
    {
        var from = DateTimeOffset.UtcNow;
        var result = await ToolRun.RunAsync("status", "--group", file, "--json");
        var to = DateTimeOffset.UtcNow;
        Asked++;
        Assert.True(result.ExitCode is 0 or 3, result.Errors);
        var status = result.Json;
        var isRunning = (bool)status["running"]!;
        var wrong = new List<string>();
        if (isRunning ? program.Outages.Fill(from, to) : !program.Outages.Touch(from, to))
        {
            wrong.Add($"running is {isRunning}");
        }

        var told = members.Select((member, i) => (Member: member, Told: status["members"]![i]!)).ToList();
        if (isRunning)
        {
            wrong.AddRange(told.SelectMany(pair => Wrong(pair.Member, pair.Told, from, to)));
        }

        var isWell = told.All(pair => (int)pair.Told["failures"]! == 0 && pair.Told["lastSuccess"] is not null);
        // A program that was ended, and not killed, is no reason to look: it may be run once an hour.
        if ((bool)status["well"]! != isWell || (result.ExitCode == 0 ? !isWell : isWell && isRunning))
        {
            wrong.Add($"well is {status["well"]}, and the exit code {result.ExitCode}");
        }

        Assert.True(wrong.Count == 0, $"Asked at {from:O}, until {to:O}:\n{string.Join('\n', wrong)}\n{result.Output}\n{program.Lines}");
        Unwell += isWell ? 0 : 1;
        NotRunning += isRunning ? 0 : 1;
        return isWell && isRunning;
    }

    private IEnumerable<string> Wrong(Site member, JsonNode told, DateTimeOffset from, DateTimeOffset to)
    {
        var failures = (int)told["failures"]!;
        var attempt = TimeOf(told["lastAttempt"]);
        var success = TimeOf(told["lastSuccess"]);
        var session = TimeOf(told["inSessionSince"]);
        Site[] both = [member, hub];
        // Who reads is not kept from a file that somebody has locked.
        Site[] servers = [.. both.Where(site => site.Server is not null)];
        if ((long)told["quarantined"]! != 0)
        {
            yield return $"{member.Name}: rows in quarantine, where nothing is refused";
        }

        if (failures > 0 && !both.Any(site => site.Outages.Touch(attempt!.Value - s_recovery, attempt.Value)))
        {
            yield return $"{member.Name}: the session that ended at {attempt:O} failed, while both servers were there";
        }

        if (failures == 0 && session is null && servers.Any(site => site.Outages.Fill(from - s_notice, to)))
        {
            yield return $"{member.Name}: well, though a server has been gone for long";
        }

        if (success is { } ended && servers.Any(site => site.Outages.Fill(ended - TimeSpan.FromMilliseconds(100), ended)))
        {
            yield return $"{member.Name}: a session ended well at {ended:O}, when a server was gone";
        }

        if (session is { } since && since < from - s_sessionMax && !both.Any(site => site.Outages.Touch(from - s_sessionMax, to)) && !program.Outages.Touch(from - s_sessionMax, to))
        {
            yield return $"{member.Name}: in a session since {since:O}, while both servers were there";
        }
    }

    private static DateTimeOffset? TimeOf(JsonNode? node) => node is null ? null : DateTimeOffset.Parse((string)node!, CultureInfo.InvariantCulture);
}
