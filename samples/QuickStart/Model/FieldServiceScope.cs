using SyncGen;
using SyncGen.Conflicts;

namespace QuickStart.Model;

/// <summary>What the office and its technicians share. Where nothing else is said, the later write of a row stays.</summary>
[SyncScope("field-service",
    typeof(Customer), typeof(Site), typeof(Technician), typeof(Part), typeof(WorkOrder), typeof(PartUse))]
public static partial class FieldServiceScope
{
    /// <summary>Two people wrote one order: what both found is kept, and the state that is further on.</summary>
    static partial void OnWorkOrderConflict(Conflict<WorkOrder> conflict, ref ConflictResolution<WorkOrder> resolution)
    {
        if (conflict.Incoming.IsDeleted || conflict.Local.IsDeleted)
        {
            return;
        }

        var merged = conflict.Incoming.Row;
        var local = conflict.Local.Row;
        merged.Status = (WorkOrderStatus)Math.Max((int)merged.Status, (int)local.Status);
        merged.Findings = string.Join(" / ", new[] { local.Findings, merged.Findings }.Where(text => text is not null));
        resolution = ConflictResolution<WorkOrder>.Merge(merged);
    }
}
