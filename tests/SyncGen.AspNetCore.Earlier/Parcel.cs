using System.ComponentModel.DataAnnotations;

namespace SyncGen.AspNetCore.Earlier;

[SyncEntity]
public sealed record Parcel
{
    [Key]
    public int Id { get; set; }

    public string What { get; set; } = "";
}
