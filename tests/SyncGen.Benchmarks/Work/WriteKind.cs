namespace SyncGen.Benchmarks.Work;

/// <summary>What an application does with rows.</summary>
internal enum WriteKind
{
    Inserts,
    Updates,
    Deletes,
}
