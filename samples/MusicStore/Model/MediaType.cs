using System.ComponentModel.DataAnnotations;
using SyncGen;

namespace MusicStore.Model;

[SyncEntity]
public sealed class MediaType
{
    public int MediaTypeId { get; set; }

    [StringLength(120)]
    public string? Name { get; set; }
}
