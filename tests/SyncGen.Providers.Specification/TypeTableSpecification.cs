using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Values;
using SyncGen.Testing;

namespace SyncGen.Providers.Specification;

/// <summary>What a type maps to is what the provider's README says, row by row.</summary>
public abstract class TypeTableSpecification(DatabaseKind kind) : ProviderSpecification(kind)
{
    private const string Beginning = "| .NET |";

    // The names that a README may call the type of a property by.
    private static readonly (string Property, string[] Names)[] s_properties =
    [
        (nameof(Mixed.Flag), ["`bool`"]), (nameof(Mixed.Tiny), ["`byte`", "integers"]), (nameof(Mixed.SignedTiny), ["`sbyte`", "integers"]),
        (nameof(Mixed.Small), ["`short`", "integers"]), (nameof(Mixed.UnsignedSmall), ["`ushort`", "integers"]), (nameof(Mixed.Number), ["`int`", "integers"]),
        (nameof(Mixed.UnsignedNumber), ["`uint`", "integers"]), (nameof(Mixed.Big), ["`long`", "integers"]), (nameof(Mixed.UnsignedBig), ["`ulong`", "integers"]),
        (nameof(Mixed.Single), ["`float`"]), (nameof(Mixed.Double), ["`double`"]), (nameof(Mixed.Exact), ["`decimal`"]), (nameof(Mixed.Text), ["`string`"]),
        (nameof(Mixed.Letter), ["`char`"]), (nameof(Mixed.At), ["`DateTime`"]), (nameof(Mixed.Moment), ["`DateTimeOffset`"]), (nameof(Mixed.Day), ["`DateOnly`"]),
        (nameof(Mixed.Time), ["`TimeOnly`"]), (nameof(Mixed.Span), ["`TimeSpan`"]), (nameof(Mixed.Mark), ["`Guid`"]), (nameof(Mixed.Bytes), ["`byte[]`"]),
    ];

    /// <summary>Every row of the table, and no type is left out of it.</summary>
    [SpecificationFact]
    public virtual async Task Columns_have_the_types_that_are_documented()
    {
        await using var database = await StoreDatabase.CreateAsync(Kind);
        await using var store = database.Open(MixedScope.Stores, SyncRole.Peer);
        await store.ProvisionAsync();
        var live = await database.ColumnTypesAsync("Mixed");

        var documented = await ReadAsync();
        var found = s_properties.Select(property => $"{property.Property}: {live[property.Property]}");
        var said = s_properties.Select(property => $"{property.Property}: {string.Join(" or ", property.Names.Where(documented.ContainsKey).Select(name => documented[name]))}");

        Assert.Equal(said, found);
        // By number an enumeration is its integer.
        Assert.Equal(live[nameof(Mixed.Number)], live[nameof(Mixed.Weekday)]);
        Assert.Contains("enum", documented.Keys);
    }

    /// <summary>The column types by the names of .NET's: the first of each cell, which stands before what else it may be.</summary>
    private async Task<Dictionary<string, string>> ReadAsync()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(RepositoryFolder.Path, "src", $"SyncGen.{Kind}", "README.md"));
        var rows = lines.SkipWhile(line => !line.StartsWith(Beginning, StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'));
        var documented = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cells in rows.Select(row => row.Split('|')))
        {
            var names = cells[1].Split(',', StringSplitOptions.TrimEntries);
            var types = cells[2].Split(';')[0].Split(", ", StringSplitOptions.TrimEntries);
            for (var i = 0; i < names.Length; i++)
            {
                documented.Add(names[i], types[names.Length == types.Length ? i : 0]);
            }
        }

        return documented;
    }
}
