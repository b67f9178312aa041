using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Sqlite.Tests.Model.Tree;

/// <summary>A table that refers to itself.</summary>
[SyncEntity]
public sealed class Node
{
    [Key]
    public int Id { get; set; }

    [ForeignKey(nameof(Parent))]
    public int? ParentId { get; set; }

    public Node? Parent { get; set; }

    public string Text { get; set; } = "";
}
