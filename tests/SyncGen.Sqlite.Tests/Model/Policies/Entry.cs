using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Sqlite.Tests.Model.Policies;

/// <summary>A row of every policy's scope: with a parent in its own table, and a code that tests make unique.</summary>
[SyncEntity]
public sealed class Entry
{
    [Key]
    public int Id { get; set; }

    [ForeignKey(nameof(Parent))]
    public int? ParentId { get; set; }

    public Entry? Parent { get; set; }

    public string? Code { get; set; }

    public string Text { get; set; } = "";
}
