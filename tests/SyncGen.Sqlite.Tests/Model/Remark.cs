using System.ComponentModel.DataAnnotations;

namespace SyncGen.Sqlite.Tests.Model;

[SyncEntity]
public sealed class Remark
{
    [Key]
    public int Id { get; set; }

    public string Text { get; set; } = "";
}
