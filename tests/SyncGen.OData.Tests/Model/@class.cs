using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.OData.Tests.Model;

/// <summary>Has a word of C# as its name, a key of three columns, and another table's and columns' names.</summary>
[SyncEntity]
[Table("a table")]
internal sealed record @class
{
    [Key]
    [Column("first key", Order = 0)]
    public string @event { get; init; } = "";

    [Key]
    [Column(Order = 1)]
    public DateTimeOffset Type { get; init; }

    [Key]
    [Column(Order = 2)]
    public byte @null { get; init; }

    [Column("a 'column'")]
    public decimal? @int { get; init; }
}
