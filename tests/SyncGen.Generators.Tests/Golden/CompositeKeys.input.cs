namespace Demo;

[SyncEntity]
public class Order
{
    [Key, Column(Order = 1)]
    public int Number { get; set; }

    [Key, Column(Order = 0)]
    public int Year { get; set; }

    public string Customer { get; set; } = "";
}

[SyncEntity, Table("Order Details")]
public class OrderLine
{
    [Key, Column(Order = 0)]
    public int OrderYear { get; set; }

    [Key, Column(Order = 1)]
    public int OrderNumber { get; set; }

    [Key, Column(Order = 2)]
    public int Position { get; set; }

    public Order? Order { get; set; }

    public byte[] Signature { get; set; } = [];
}

[SyncScope("orders", typeof(OrderLine), typeof(Order))]
public static partial class OrderScope;
