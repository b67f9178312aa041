using System.ComponentModel.DataAnnotations;

namespace SyncGen.Sqlite.Tests.Model.Shop;

/// <summary>A parent. Tests give it unique columns, defaults, triggers: what the model does not know.</summary>
[SyncEntity]
public sealed class Customer
{
    [Key]
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string? Code { get; set; }

    public int? Rank { get; set; }
}
