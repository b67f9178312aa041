namespace SyncGen.Histories.Tests.Databases;

/// <summary>The kinds of databases that stores of a history are in.</summary>
internal enum DatabaseKind
{
    Sqlite,
    PostgreSql,
    MariaDb,
}
