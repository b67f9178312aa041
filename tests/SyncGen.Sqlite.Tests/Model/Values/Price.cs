using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Sqlite.Tests.Model.Values;

/// <summary>A row with columns that the database computes.</summary>
[SyncEntity]
public sealed class Price
{
    [Key]
    public int Id { get; set; }

    public int Amount { get; set; }

    [DatabaseGenerated(DatabaseGeneratedOption.Computed)]
    public int Double { get; set; }

    public string? Text { get; set; }

    [DatabaseGenerated(DatabaseGeneratedOption.Computed)]
    public string? Shouted { get; set; }
}
