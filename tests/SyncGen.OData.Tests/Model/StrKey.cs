using System.ComponentModel.DataAnnotations;

namespace SyncGen.OData.Tests.Model;

[SyncEntity]
internal sealed record StrKey
{
    [Key]
    public string Code { get; init; } = "";

    public string? Value { get; init; }
}
