namespace SyncGen.CodeGeneration.Model;

/// <summary>
/// Kinds of databases, as a set. The name of each is that of its provider: the namespace <c>SyncGen.Sqlite</c> and what its
/// types begin with.
/// </summary>
[Flags]
internal enum Databases
{
    None = 0,
    Sqlite = 1,
    PostgreSql = 2,
    MySql = 4,
    SqlServer = 8,
}
