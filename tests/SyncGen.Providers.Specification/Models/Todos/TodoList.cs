using System.ComponentModel.DataAnnotations;

namespace SyncGen.Providers.Specification.Models.Todos;

/// <summary>A parent.</summary>
[SyncEntity]
public sealed class TodoList
{
    /// <summary>The key.</summary>
    [Key]
    public Guid Id { get; set; }

    /// <summary>A column that tests make unique.</summary>
    [MaxLength(100)]
    public string Name { get; set; } = "";
}
