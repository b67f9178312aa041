using System.ComponentModel.DataAnnotations;
using SyncGen;

namespace MusicStore.Model;

[SyncEntity]
public sealed class Genre
{
    public int GenreId { get; set; }

    [StringLength(120)]
    public string? Name { get; set; }
}
