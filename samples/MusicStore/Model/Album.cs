using System.ComponentModel.DataAnnotations;
using SyncGen;

namespace MusicStore.Model;

[SyncEntity]
public sealed class Album
{
    public int AlbumId { get; set; }

    [StringLength(160)]
    public string Title { get; set; } = "";

    public int ArtistId { get; set; }

    public Artist? Artist { get; set; }

    public List<Track> Tracks { get; } = [];
}
