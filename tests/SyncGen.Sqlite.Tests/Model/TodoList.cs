using System.ComponentModel.DataAnnotations;

namespace SyncGen.Sqlite.Tests.Model;

[SyncEntity]
public sealed class TodoList
{
    [Key]
    public Guid Id { get; set; }

    [MaxLength(50)]
    public string Name { get; set; } = "";
}
