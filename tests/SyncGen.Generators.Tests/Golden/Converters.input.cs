// Databases: None
namespace Demo;

public readonly record struct Money(long Cents);

public sealed class Tags
{
    public List<string> Items { get; } = [];
}

public sealed class MoneyConverter : ISyncConverter<Money, long>
{
    public static long ToStored(Money value) => value.Cents;

    public static Money FromStored(long stored) => new(stored);
}

public sealed class TagsConverter : ISyncConverter<Tags, string>
{
    public static string ToStored(Tags value) => string.Join(',', value.Items);

    public static Tags FromStored(string stored)
    {
        var tags = new Tags();
        tags.Items.AddRange(stored.Split(','));
        return tags;
    }
}

public readonly record struct CustomerId(Guid Value);

public sealed class CustomerIdConverter : ISyncConverter<CustomerId, Guid>
{
    public static Guid ToStored(CustomerId value) => value.Value;

    public static CustomerId FromStored(Guid stored) => new(stored);
}

[SyncEntity]
public class Customer
{
    [Key, SyncConverter<CustomerIdConverter>]
    public CustomerId Id { get; set; }

    [SyncConverter<MoneyConverter>]
    public Money Credit { get; set; }

    [SyncConverter<MoneyConverter>]
    public Money? Debt { get; set; }

    [SyncConverter<TagsConverter>]
    public Tags Tags { get; set; } = new();

    [SyncConverter<TagsConverter>]
    public Tags? OldTags { get; set; }
}
