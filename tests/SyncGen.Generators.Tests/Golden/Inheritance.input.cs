// Databases: None
namespace Demo;

public abstract class Entity
{
    [Key]
    public Guid Id { get; set; }

    public virtual string Label { get; set; } = "";
}

public class Audited : Entity
{
    public DateTime Created { get; set; }
    public DateTime? Changed { get; set; }
}

[SyncEntity]
public partial class Document : Audited
{
    [Column("label_text")]
    public override string Label { get; set; } = "";
}

public partial class Document
{
    public string Body { get; set; } = "";
}
