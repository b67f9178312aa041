namespace QuickStart.Model;

/// <summary>How far an order is; a later state has the greater number.</summary>
public enum WorkOrderStatus
{
    Planned,
    Started,
    Done,
    Invoiced,
}
