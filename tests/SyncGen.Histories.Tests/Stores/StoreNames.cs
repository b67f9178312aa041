using SyncGen.Histories.Tests.Model;

namespace SyncGen.Histories.Tests.Stores;

/// <summary>The quoted names of what a scope keeps in a database.</summary>
internal sealed class StoreNames(string scope)
{
    public static IReadOnlyList<string> Tables { get; } = [nameof(Item), nameof(Child)];

    public string State { get; } = $"\"syncgen_{scope}_state\"";

    public string Replica { get; } = $"\"syncgen_{scope}_replica\"";

    public string Conflict { get; } = $"\"syncgen_{scope}_conflict\"";

    public string Quarantine { get; } = $"\"syncgen_{scope}_quarantine\"";

    public string Log(string table) => $"\"syncgen_{scope}_{table}_log\"";

    public string Track(string table) => $"\"syncgen_{scope}_{table}_track\"";

    public string Edit(string table) => $"\"syncgen_{scope}_{table}_edit\"";
}
