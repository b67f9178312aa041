// Databases: None
namespace Demo;

[SyncEntity]
public record Track(Guid Id, string Title, TimeSpan? Length)
{
    public int Plays { get; init; }

    public string Display => $"{Title} ({Length})";
}

[SyncEntity]
public sealed class Artist
{
    public Artist(int artistId, string name, string? country = null, bool isNew = true)
    {
        ArtistId = artistId;
        Name = name;
        Country = country;
        IsNew = isNew;
    }

    public int ArtistId { get; }
    public string Name { get; }
    public string? Country { get; }
    [NotMapped]
    public bool IsNew { get; }
    public DateOnly? Born { get; set; }
}

[SyncScope("music", typeof(Track), typeof(Artist))]
[SyncTable(typeof(Artist), Only = new[] { nameof(Artist.Name) })]
public partial record MusicScope;
