using SyncGen;

namespace MusicStore.Model;

[SyncScope("music",
    typeof(Artist), typeof(Album), typeof(Genre), typeof(MediaType), typeof(Track), typeof(Playlist), typeof(PlaylistTrack),
    typeof(Employee), typeof(Customer), typeof(Invoice), typeof(InvoiceLine))]
public static partial class MusicScope;
