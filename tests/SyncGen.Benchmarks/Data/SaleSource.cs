using System.Globalization;
using SyncGen.Benchmarks.Model;

namespace SyncGen.Benchmarks.Data;

/// <summary>Makes rows, the same for the same seed.</summary>
internal sealed class SaleSource(int seed)
{
    private static readonly string[] s_words =
        ["amber", "birch", "copper", "delta", "ember", "fjord", "garnet", "harbour", "indigo", "juniper", "kelp", "larch", "maple", "nickel", "ochre", "pebble"];

    private readonly Random _random = new(seed);

    /// <summary>Rows that were not made before.</summary>
    public IEnumerable<Sale> Rows(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return Next();
        }
    }

    private Sale Next()
    {
        Span<byte> id = stackalloc byte[16];
        _random.NextBytes(id);
        var ordered = new DateTime(2024, 1, 1).AddSeconds(_random.Next(40_000_000));
        return new Sale
        {
            Id = new Guid(id),
            Customer = Words(2),
            Product = Words(4),
            Address = Words(5),
            Amount = _random.Next(1, 1_000_000) / 100m,
            Quantity = _random.Next(1, 50),
            Ordered = ordered,
            Shipped = ordered.AddSeconds(_random.Next(900_000)),
            Remark = _random.Next(2) == 0 ? null : Words(4),
            Paid = _random.Next(3) != 0,
        };
    }

    private string Words(int count) =>
        string.Join(' ', Enumerable.Range(0, count - 1).Select(_ => s_words[_random.Next(s_words.Length)]))
        + " " + _random.Next(1_000).ToString(CultureInfo.InvariantCulture);
}
