using System.ComponentModel.DataAnnotations;

namespace SyncGen.Histories.Tests.Model;

/// <summary>A row whose value is the id of the write that made it, so that each write can be told from all others.</summary>
[SyncEntity]
public sealed class Item
{
    [Key]
    public int Key { get; set; }

    public int Value { get; set; }

    /// <summary>What some replicas want to be unique.</summary>
    public int? Slot { get; set; }
}
