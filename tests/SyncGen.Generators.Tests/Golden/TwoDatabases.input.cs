// Databases: Sqlite, PostgreSql
namespace Demo;

[SyncEntity]
public class Note
{
    public Guid Id { get; set; }
    public string Text { get; set; } = "";
}

[SyncScope("notes", typeof(Note))]
public partial class NoteScope
{
    // Another overload may stand beside those that are emitted.
    public static SyncGen.PostgreSql.PostgreSqlProvider PostgreSql(string host, int port) => PostgreSql($"Host={host};Port={port}");
}
