using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.AspNetCore.Earlier;

[SyncEntity]
public sealed record Stage
{
    [Key]
    public int Id { get; set; }

    [ForeignKey(nameof(Job))]
    public int? JobId { get; set; }

    public Job? Job { get; set; }

    public string Text { get; set; } = "";
}
