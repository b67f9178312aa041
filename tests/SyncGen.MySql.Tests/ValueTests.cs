using SyncGen.Providers.Specification;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Values;
using SyncGen.Relational;
using SyncGen.Testing;

namespace SyncGen.MySql.Tests;

[Requires(Requirement.MariaDb)]
public sealed class ValueTests() : ValueSpecification(DatabaseKind.MySql)
{
    /// <summary>Microseconds.</summary>
    protected override long TimeTicks => TimeSpan.TicksPerMicrosecond;

    /// <summary>No number here is infinite.</summary>
    protected override IEnumerable<Mixed> Rows => base.Rows.WithFiniteNumbers();

    [SpecificationFact]
    public async Task An_infinite_number_waits_in_quarantine()
    {
        await using var pair = await CreateAsync(MixedScope.Stores, isSqlite: true, SyncRole.Leaf);
        await MixedRows.InsertAsync(pair.Client, [new() { Id = 1, Double = double.PositiveInfinity }, new() { Id = 2, Double = 1 }]);

        await pair.SyncAsync();

        Assert.Equal(["2"], await pair.Hub.RowsAsync("""SELECT "Id" FROM "Mixed" """));
        Assert.Equal(SyncErrorCode.UnstorableValue, Assert.Single(await ((RelationalProvider)pair.HubStore).ReadQuarantineAsync()).Code);
    }
}
