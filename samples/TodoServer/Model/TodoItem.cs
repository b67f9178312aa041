using System.ComponentModel.DataAnnotations;
using SyncGen;

namespace Todos;

/// <summary>Something to do, which its owner alone sees.</summary>
[SyncEntity]
public sealed class TodoItem
{
    [Key]
    public Guid Id { get; set; }

    public string Title { get; set; } = "";

    public bool Done { get; set; }

    [SyncFilter("owner")]
    [StringLength(100)]
    public string Owner { get; set; } = "";
}
