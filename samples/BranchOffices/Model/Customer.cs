using System.ComponentModel.DataAnnotations;
using SyncGen;

namespace BranchOffices.Model;

/// <summary>Everybody knows all customers.</summary>
[SyncEntity]
public sealed class Customer
{
    [Key]
    public int Id { get; set; }

    [MaxLength(50)]
    public string Name { get; set; } = "";
}
