
using Shop.Data;

namespace Shop;

[SyncEntity]
public class Order
{
    public Guid Id { get; set; }

    public long CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public long ProductId { get; set; }

    public Data.Product? Product { get; set; }
}

[SyncScope("shop", typeof(Order), typeof(Customer), typeof(Data.Product))]
[SyncTable(typeof(Customer), Direction = SyncDirection.DownloadOnly, Except = [nameof(Customer.Note)])]
public partial class ShopScope
{
    static partial void OnCustomerConflict(Conflict<Customer> conflict, ref ConflictResolution<Customer> resolution) =>
        resolution = ConflictResolution<Customer>.KeepLocal;
}
