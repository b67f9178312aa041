using System.ComponentModel.DataAnnotations;

namespace SyncGen.Sqlite.Tests.Model.Filters;

[SyncEntity]
public sealed class Share
{
    [Key]
    public int Id { get; set; }

    [SyncFilter("owner", IsList = true)]
    public Guid? Owner { get; set; }

    [SyncFilter("day")]
    public DateOnly Day { get; set; }

    [SyncFilter("kind")]
    public DayOfWeek Kind { get; set; }
}
