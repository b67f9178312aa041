using System.ComponentModel.DataAnnotations;

namespace SyncGen.AspNetCore.Tests.Model;

[SyncEntity]
public sealed record Chore
{
    [Key]
    public int Id { get; set; }

    public string What { get; set; } = "";

    [SyncFilter("owner")]
    public string Owner { get; set; } = "";
}
