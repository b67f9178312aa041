namespace Demo;

[SyncEntity]
public class Product
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public decimal Price { get; set; }
    public string InternalNotes { get; set; } = "";
    public byte[] Picture { get; set; } = [];
    public DateTime? Checked { get; set; }
}

[SyncEntity]
public class Reading
{
    public long Id { get; set; }
    public int ProductId { get; set; }
    public Product? Product { get; set; }
    public double Value { get; set; }
    public DateTimeOffset At { get; set; }
}

[SyncScope("shop", typeof(Product), typeof(Reading), Conflicts = ConflictPolicy.ServerWins)]
[SyncTable(typeof(Product), Direction = SyncDirection.DownloadOnly, Except = [nameof(Product.InternalNotes), nameof(Product.Picture), nameof(Product.Checked)])]
[SyncTable(typeof(Reading), Direction = SyncDirection.UploadOnly, Conflicts = ConflictPolicy.ClientWins)]
public partial class ShopScope;

[SyncScope("names", typeof(Product))]
[SyncTable(typeof(Product), Only = [nameof(Product.Name)])]
public partial class NamesScope;
