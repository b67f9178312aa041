using System.ComponentModel.DataAnnotations;
using SyncGen;

namespace QuickStart.Model;

[SyncEntity]
public sealed class Technician
{
    public Guid Id { get; set; }

    [StringLength(40)]
    public string Name { get; set; } = "";

    public decimal HourlyRate { get; set; }
}
