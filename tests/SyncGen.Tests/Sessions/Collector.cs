namespace SyncGen.Tests.Sessions;

/// <summary>Keeps what is reported, at once and in order.</summary>
internal sealed class Collector : IProgress<SyncProgress>
{
    public List<SyncProgress> Reports { get; } = [];

    public void Report(SyncProgress value) => Reports.Add(value);
}
