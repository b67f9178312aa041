using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Sqlite.Tests.Model;

[SyncEntity]
public sealed class TodoItem
{
    [Key]
    public Guid Id { get; set; }

    [ForeignKey(nameof(List))]
    public Guid ListId { get; set; }

    public TodoList? List { get; set; }

    public string Title { get; set; } = "";

    public bool Done { get; set; }

    public decimal? Cost { get; set; }
}
