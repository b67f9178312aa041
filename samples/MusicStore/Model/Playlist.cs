using System.ComponentModel.DataAnnotations;
using SyncGen;

namespace MusicStore.Model;

[SyncEntity]
public sealed class Playlist
{
    public int PlaylistId { get; set; }

    [StringLength(120)]
    public string? Name { get; set; }

    public List<PlaylistTrack> Tracks { get; } = [];
}
