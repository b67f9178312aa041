using SyncGen.Tool.Output;

namespace SyncGen.Tool.Groups;

/// <summary>Shows how a group is, by its health file.</summary>
internal static class GroupStatus
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>Shows it.</summary>
    public static CommandResult Show(ToolConsole console, SyncGroup group, SyncEnvironment environment)
    {
        var health = new HealthFile(group.Health).Read();
        var isRunning = health.Ended is null;
        // Who is killed writes no end. Where locks are not known, silence tells it.
        var isHeld = health.Locked ? GroupLock.IsHeld(group.Health) : null;
        var isGone = isRunning && !(isHeld ?? environment.Time.GetUtcNow() <= LatestWord(health) + (2 * group.Interval) + s_patience);
        console.WriteLine(isGone ? $"The group is not running: it broke off, and nothing was heard of it since {Json.Time(health.Updated)}. Start it by `syncgen run`."
            : isRunning ? $"The group is running since {Json.Time(health.Started)}."
            : $"The group is not running: it ended at {Json.Time(health.Ended!.Value)}.");
        GroupSummary.Write(console, health);
        var json = GroupSummary.ToJson(health);
        json["running"] = isRunning && !isGone;
        foreach (var (member, told) in health.Members.Zip(json["members"]!.AsArray()))
        {
            // What the health file says of it is older than that: it may be waiting for a lock, or for an answer.
            var since = isRunning && !isGone ? InSessionSince(member, health, environment.Time.GetUtcNow()) : null;
            told!["inSessionSince"] = since is { } at ? Json.Time(at) : null;
            if (since is { } begun)
            {
                console.WriteLine($"{member.Name}: in a session since {Json.Time(begun)}.");
            }
        }

        return new CommandResult(health.IsWell && !isGone ? ExitCode.Done : ExitCode.Found, json);
    }

    private static DateTimeOffset? InSessionSince(MemberHealth member, GroupHealth health, DateTimeOffset now) =>
        (member.NextAttempt ?? health.Started) is var next && next <= now ? next : null;

    private static DateTimeOffset LatestWord(GroupHealth health) =>
        health.Members.Select(member => member.NextAttempt ?? health.Updated).Append(health.Updated).Max();
}
