using System.ComponentModel.DataAnnotations;

namespace SyncGen.OData.Tests.Model;

[SyncEntity]
internal sealed record User
{
    [Key]
    public Guid ID { get; init; }

    public string Name { get; init; } = "";
}
