using System.ComponentModel.DataAnnotations;

namespace SyncGen.Sqlite.Tests.Model.Parts;

[SyncEntity]
public sealed class Report
{
    [Key]
    public int Id { get; set; }

    public string Text { get; set; } = "";
}
