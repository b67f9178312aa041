using System.ComponentModel.DataAnnotations;

namespace SyncGen.Sqlite.Tests.Model.Stops;

[SyncEntity]
public sealed class Room
{
    [Key]
    public int Id { get; set; }

    [SyncConverter<StopTextConverter>]
    public StopText Name { get; set; }
}
