using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Sqlite.Crashes.Tests.Model;

/// <summary>A row that cannot be without its <see cref="Box"/>.</summary>
[SyncEntity]
public sealed class Slip
{
    [Key]
    public long Id { get; set; }

    [ForeignKey(nameof(Box))]
    public long BoxId { get; set; }

    public Box? Box { get; set; }

    /// <summary>The write, different from all others of all stores.</summary>
    public long Write { get; set; }

    /// <summary>Follows from the write, so that a half-written row shows.</summary>
    public string Filling { get; set; } = "";
}
