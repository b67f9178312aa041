using System.ComponentModel.DataAnnotations;

namespace SyncGen.AspNetCore.Tests.Former.Later;

[SyncEntity]
public sealed record Parcel
{
    [Key]
    public int Id { get; set; }

    public string What { get; set; } = "";

    /// <summary>New, and says whose it is.</summary>
    [SyncFilter("owner")]
    public string Owner { get; set; } = "";
}
