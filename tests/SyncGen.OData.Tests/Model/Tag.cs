using System.ComponentModel.DataAnnotations;

namespace SyncGen.OData.Tests.Model;

[SyncEntity]
internal sealed record Tag
{
    [Key]
    public int ID { get; init; }

    public string Name { get; init; } = "";
}
