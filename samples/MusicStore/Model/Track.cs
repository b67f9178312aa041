using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using SyncGen;

namespace MusicStore.Model;

[SyncEntity]
public sealed class Track
{
    public int TrackId { get; set; }

    [StringLength(200)]
    public string Name { get; set; } = "";

    public int? AlbumId { get; set; }

    public Album? Album { get; set; }

    public int MediaTypeId { get; set; }

    public MediaType? MediaType { get; set; }

    public int? GenreId { get; set; }

    public Genre? Genre { get; set; }

    [StringLength(220)]
    public string? Composer { get; set; }

    public int Milliseconds { get; set; }

    public int? Bytes { get; set; }

    [Column(TypeName = "NUMERIC(10,2)")]
    public decimal UnitPrice { get; set; }
}
