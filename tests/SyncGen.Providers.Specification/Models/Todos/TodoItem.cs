using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Providers.Specification.Models.Todos;

/// <summary>A child.</summary>
[SyncEntity]
public sealed class TodoItem
{
    /// <summary>The key.</summary>
    [Key]
    public Guid Id { get; set; }

    /// <summary>The parent's key.</summary>
    [ForeignKey(nameof(List))]
    public Guid ListId { get; set; }

    /// <summary>The parent.</summary>
    public TodoList? List { get; set; }

    /// <summary>Text.</summary>
    public string Title { get; set; } = "";

    /// <summary>True or false.</summary>
    public bool Done { get; set; }

    /// <summary>An exact number.</summary>
    public decimal? Cost { get; set; }
}
