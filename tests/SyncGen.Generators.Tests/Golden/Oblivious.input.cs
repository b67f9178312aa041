// Databases: None
#nullable disable
namespace Demo;

[SyncEntity]
public class Old
{
    public string Id { get; set; }

    public string Optional { get; set; }

    [Required]
    public string Mandatory { get; set; }

    [Obsolete("Gone soon")]
    public int Legacy { get; set; }

    public ICollection<Child> Children { get; set; }
}

[SyncEntity]
public class Child
{
    public int Id { get; set; }

    public string OldId { get; set; }
}
