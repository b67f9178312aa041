using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Sqlite.Tests.Model.Keys;

/// <summary>Columns that have the names of SQLite's hidden row number.</summary>
[SyncEntity]
public sealed class Hidden
{
    [Key]
    public string Id { get; set; } = "";

    [Column("rowid")]
    public string? First { get; set; }

    [Column("OID")]
    public int? Second { get; set; }

    [Column("_rowid_")]
    public string? Third { get; set; }
}
