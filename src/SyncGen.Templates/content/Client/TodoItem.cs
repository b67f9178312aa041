using System.ComponentModel.DataAnnotations;
using SyncGen;

namespace Acme_Todo.Client;

/// <summary>Something to do, which its owner alone sees.</summary>
[SyncEntity]
public sealed class TodoItem
{
    [Key]
    public Guid Id { get; set; }

    [StringLength(200)]
    public string Title { get; set; } = "";

    public bool Done { get; set; }

    [SyncFilter("owner")]
    [StringLength(100)]
    public string Owner { get; set; } = "";
}
