using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.OData.Tests.Model;

[SyncEntity]
internal sealed record TagItemMapping
{
    [Key]
    [Column(Order = 0)]
    public int TagID { get; init; }

    [Key]
    [Column(Order = 1)]
    public Guid ItemID { get; init; }

    public Guid UserID { get; init; }
}
