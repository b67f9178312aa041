using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace SyncGen.Providers.Specification.Models.Filters;

/// <summary>What is sold to a customer, by a person with the help of another.</summary>
[SyncEntity]
public sealed class Deal
{
    /// <summary>The key.</summary>
    [Key]
    public int Id { get; set; }

    /// <summary>The customer.</summary>
    [ForeignKey(nameof(Account))]
    public int AccountId { get; set; }

    /// <summary>The customer.</summary>
    public Account? Account { get; set; }

    /// <summary>Who sells, by number; nobody yet.</summary>
    [SyncFilter("person", AnyOf = "who")]
    public long? Seller { get; set; }

    /// <summary>Who helps.</summary>
    [SyncFilter("person", AnyOf = "who")]
    public long? Helper { get; set; }

    /// <summary>Content that no filter looks at.</summary>
    [MaxLength(50)]
    public string Text { get; set; } = "";
}
