namespace SyncGen.Benchmarks.Servers;

/// <summary>A kind of server.</summary>
internal enum ServerKind
{
    PostgreSql,
    MariaDb,
}
