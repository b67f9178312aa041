using System.ComponentModel.DataAnnotations;

namespace SyncGen.OData.Tests.Model;

[SyncEntity]
internal sealed record Größe
{
    [Key]
    public Guid Schlüssel { get; init; }

    public ushort? Länge { get; init; }

    public ulong Ａ { get; init; }

    public char 名 { get; init; }

    public byte[] Bild { get; init; } = [];
}
