using System.ComponentModel.DataAnnotations;
using SyncGen;

namespace MusicStore.Model;

/// <summary>That a track is on a playlist: a row with nothing but its key.</summary>
[SyncEntity]
public sealed class PlaylistTrack
{
    [Key]
    public int PlaylistId { get; set; }

    public Playlist? Playlist { get; set; }

    [Key]
    public int TrackId { get; set; }

    public Track? Track { get; set; }
}
