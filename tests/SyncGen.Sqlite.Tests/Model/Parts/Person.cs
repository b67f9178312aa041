using System.ComponentModel.DataAnnotations;

namespace SyncGen.Sqlite.Tests.Model.Parts;

/// <summary>A table that several scopes share, each with its own columns.</summary>
[SyncEntity]
public sealed class Person
{
    [Key]
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string? Email { get; set; }

    public int Salary { get; set; }
}
