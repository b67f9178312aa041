namespace SyncGen.Histories.Tests.Runs;

/// <summary>Which peers meet.</summary>
internal enum Topology
{
    Hub,
    Ring,
    Line,
    Mesh,
}
