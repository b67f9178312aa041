namespace Demo;

[SyncEntity, Table("a\"b \\ {{ name }} ''' -- /* \"\"\" été")]
public class Odd
{
    [Key, Column("select")]
    public int @class { get; set; }

    [Column("line\nbreak \t \u0085 \u202e")]
    public string? row { get; set; }

    [Column("$\"{x}\"")]
    public string? writer { get; set; }

    [Column("'; DROP TABLE x; --")]
    public string? Row { get; set; }

    public int? ParentId { get; set; }

    public Odd? Parent { get; set; }
}

[SyncEntity, Table("été", Schema = "über \"alles\"")]
public class Été
{
    [Key]
    public string Ключ { get; set; } = "";

    [Column(TypeName = "TEXT /* \"\"\" */")]
    public string? @event { get; set; }
}

[SyncScope("odd-1", typeof(Odd), typeof(Été))]
public partial class @namespace;
