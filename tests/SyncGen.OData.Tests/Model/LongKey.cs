using System.ComponentModel.DataAnnotations;

namespace SyncGen.OData.Tests.Model;

[SyncEntity]
internal sealed record LongKey
{
    [Key]
    public long ID { get; init; }

    public string? Value { get; init; }
}
