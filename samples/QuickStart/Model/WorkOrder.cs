using System.ComponentModel.DataAnnotations;
using SyncGen;

namespace QuickStart.Model;

[SyncEntity(EnumsByName = true)]
public sealed class WorkOrder
{
    public Guid Id { get; set; }

    /// <summary>Given by the office; an order taken on the road has none yet.</summary>
    public int? Number { get; set; }

    public Guid SiteId { get; set; }

    public Site? Site { get; set; }

    public Guid? TechnicianId { get; set; }

    public Technician? Technician { get; set; }

    public WorkOrderStatus Status { get; set; }

    public DateTime ReportedAt { get; set; }

    public DateOnly DueOn { get; set; }

    [StringLength(200)]
    public string Problem { get; set; } = "";

    public string? Findings { get; set; }

    public List<PartUse> Parts { get; } = [];
}
