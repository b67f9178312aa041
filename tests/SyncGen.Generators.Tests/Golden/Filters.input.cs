// Databases: None
namespace Demo;

[SyncEntity]
public class Note
{
    public Guid Id { get; set; }

    [SyncFilter("owner"), StringLength(20)]
    public string Owner { get; set; } = "";

    [SyncFilter("team"), Column("team_id", TypeName = "INTEGER")]
    public int? Team { get; set; }
}
