namespace SyncGen.Sqlite.Tests.Stores;

/// <summary>Does something within a session, whenever rows have come in.</summary>
internal sealed class Reaction(Action<long> react) : IProgress<SyncProgress>
{
    private readonly HashSet<long> _seen = [];

    public void Report(SyncProgress value)
    {
        if (value.RowsDone > 0 && _seen.Add(value.RowsDone))
        {
            react(value.RowsDone);
        }
    }
}
