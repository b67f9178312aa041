using System.ComponentModel.DataAnnotations;

namespace SyncGen.OData.Tests.Model;

[SyncEntity]
internal sealed record Item
{
    [Key]
    public Guid ID { get; init; }

    public string Name { get; init; } = "";

    public string? Description { get; init; }

    public int? Priority { get; init; }

    public int? Status { get; init; }

    public DateTime? StartDate { get; init; }

    public DateTime? EndDate { get; init; }

    [SyncFilter("userid")]
    public Guid UserID { get; init; }
}
