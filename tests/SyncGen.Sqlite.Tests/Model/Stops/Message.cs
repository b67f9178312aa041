using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Sqlite.Tests.Model.Stops;

[SyncEntity]
public sealed class Message
{
    [Key]
    public int Id { get; set; }

    [ForeignKey(nameof(Room))]
    public int RoomId { get; set; }

    public Room? Room { get; set; }

    [SyncConverter<StopTextConverter>]
    public StopText Text { get; set; }
}
