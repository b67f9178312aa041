// Databases: Sqlite, PostgreSql
namespace Demo;

[SyncEntity]
public class Folder
{
    public Guid Id { get; set; }

    [SyncFilter("owner", AnyOf = "who"), StringLength(20)]
    public string Owner { get; set; } = "";

    [SyncFilter("owner", AnyOf = "who"), StringLength(20)]
    public string? Guest { get; set; }

    [SyncFilter("team", IsList = true), Column("team_id")]
    public int? Team { get; set; }
}

[SyncEntity]
public class Note
{
    public Guid Id { get; set; }

    public Guid? FolderId { get; set; }

    public Folder? Folder { get; set; }
}

[SyncScope("notes", typeof(Folder), typeof(Note), MayHandOn = true)]
public static partial class NoteScope;
