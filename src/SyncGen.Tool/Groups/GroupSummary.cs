using System.Globalization;
using System.Text.Json.Nodes;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Groups;

/// <summary>A group's health for people, and as <c>--json</c> prints it.</summary>
internal static class GroupSummary
{
    private static readonly string[] s_columns = ["member", "last success", "sessions", "up", "down", "conflicts", "quarantined", "failures"];

    /// <summary>Writes it.</summary>
    public static void Write(ToolConsole console, GroupHealth health)
    {
        console.WriteTable(s_columns, health.Members.Select(member => (IReadOnlyList<string>)
        [
            member.Name, member.LastSuccess is { } at ? Json.Time(at) : "never",
            .. new[] { member.Sessions, member.Up, member.Down, member.Conflicts, member.Quarantined, member.Failures }.Select(count => count.ToString("N0", CultureInfo.InvariantCulture)),
        ]));
        foreach (var member in health.Members.Where(member => member.Error is not null))
        {
            console.WriteLine($"{member.Name}: {member.Error}");
        }
    }

    /// <summary>The object that is printed.</summary>
    public static JsonObject ToJson(GroupHealth health) => new()
    {
        ["hub"] = health.Hub,
        ["scope"] = health.Scope,
        ["well"] = health.IsWell,
        ["started"] = Json.Time(health.Started),
        ["updated"] = Json.Time(health.Updated),
        ["ended"] = Time(health.Ended),
        ["members"] = Json.Array(health.Members, member => new JsonObject
        {
            ["name"] = member.Name,
            ["lastAttempt"] = Time(member.LastAttempt),
            ["lastSuccess"] = Time(member.LastSuccess),
            ["nextAttempt"] = Time(member.NextAttempt),
            ["failures"] = member.Failures,
            ["error"] = member.Error,
            ["sessions"] = member.Sessions,
            ["up"] = member.Up,
            ["down"] = member.Down,
            ["conflicts"] = member.Conflicts,
            ["quarantined"] = member.Quarantined,
        }),
    };

    private static string? Time(DateTimeOffset? time) => time is { } at ? Json.Time(at) : null;
}
