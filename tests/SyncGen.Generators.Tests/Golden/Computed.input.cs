namespace Demo;

[SyncEntity]
public class Line
{
    [DatabaseGenerated(DatabaseGeneratedOption.Identity)]
    public int Id { get; set; }

    public int Count { get; set; }

    [Required]
    public double? Price { get; set; }

    [DatabaseGenerated(DatabaseGeneratedOption.Computed), Column(TypeName = "REAL GENERATED ALWAYS AS (\"Count\" * \"Price\") STORED")]
    public double? Total { get; set; }

    [Timestamp]
    public byte[]? Version { get; set; }
}
