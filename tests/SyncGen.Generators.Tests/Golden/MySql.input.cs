// Databases: MySql
namespace Demo;

// Names with blanks and quotes, a key of two columns.
[SyncEntity, Table("order `lines")]
public class OrderLine
{
    [Key, Column("order", Order = 0)] public Guid OrderId { get; set; }
    [Key, Column("no.", Order = 1)] public short Number { get; set; }
    public Order? Order { get; set; }
    [Column("select \"x\"")] public decimal Price { get; set; }
    [Column(TypeName = "decimal(10,2) GENERATED ALWAYS AS (`select \"x\"` * 2) STORED"), DatabaseGenerated(DatabaseGeneratedOption.Computed)] public decimal Twice { get; set; }
}

// A cycle with a table that comes after, and one with itself; columns that the scope leaves out.
[SyncEntity]
public class Order
{
    public Guid Id { get; set; }
    public Guid? CustomerId { get; set; }
    public Customer? Customer { get; set; }
    public Guid? FormerId { get; set; }
    public Order? Former { get; set; }
    public DateTimeOffset At { get; set; }
    public string Secret { get; set; } = "";
    [Column(TypeName = "json")] public string Extra { get; set; } = "";
}

[SyncEntity]
public class Customer
{
    public Guid Id { get; set; }
    public Guid? LastOrderId { get; set; }
    public Order? LastOrder { get; set; }
}

// More than 63 bytes with what is put around it.
[SyncEntity, Table("Überlänge der Gemeindeverwaltungsvorschriftensammlung")]
public class Regulation
{
    public int Id { get; set; }
    [Column("übergeordnete Gemeindeverwaltungsvorschrift")] public int? ParentId { get; set; }
    public Regulation? Parent { get; set; }
}

[SyncScope("sales", typeof(OrderLine), typeof(Order), typeof(Customer), typeof(Regulation))]
[SyncTable(typeof(Order), Except = [nameof(Order.Secret), nameof(Order.Extra)])]
public partial class SalesScope;
