namespace SyncGen.Http.Tests.Service;

/// <summary>Keeps what a session reports, as it reports it.</summary>
internal sealed class ProgressReports : IProgress<SyncProgress>
{
    private readonly List<SyncProgress> _reports = [];

    public IReadOnlyList<SyncProgress> Of(SyncPhase phase) => [.. _reports.Where(report => report.Phase == phase)];

    public void Report(SyncProgress value) => _reports.Add(value);
}
