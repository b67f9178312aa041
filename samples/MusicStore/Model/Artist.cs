using System.ComponentModel.DataAnnotations;
using SyncGen;

namespace MusicStore.Model;

[SyncEntity]
public sealed class Artist
{
    public int ArtistId { get; set; }

    [StringLength(120)]
    public string? Name { get; set; }

    public List<Album> Albums { get; } = [];
}
