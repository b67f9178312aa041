using System.ComponentModel.DataAnnotations;

namespace SyncGen.Sqlite.Crashes.Tests.Model;

/// <summary>A row that says which write made it.</summary>
[SyncEntity]
public sealed class Box
{
    [Key]
    public long Id { get; set; }

    /// <summary>The write, different from all others of all stores.</summary>
    public long Write { get; set; }

    /// <summary>Follows from the write, so that a half-written row shows.</summary>
    public string Filling { get; set; } = "";
}
