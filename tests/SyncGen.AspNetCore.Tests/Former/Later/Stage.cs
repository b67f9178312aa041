using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.AspNetCore.Tests.Former.Later;

[SyncEntity]
public sealed record Stage
{
    [Key]
    public int Id { get; set; }

    [ForeignKey(nameof(Duty)), SyncFormerNames("JobId")]
    public int? DutyId { get; set; }

    public Duty? Duty { get; set; }

    public string Text { get; set; } = "";
}
