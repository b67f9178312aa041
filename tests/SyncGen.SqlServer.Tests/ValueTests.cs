using SyncGen.Providers.Specification;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Values;
using SyncGen.Relational;
using SyncGen.Testing;

namespace SyncGen.SqlServer.Tests;

[Requires(Requirement.SqlServer)]
public sealed class ValueTests() : ValueSpecification(DatabaseKind.SqlServer)
{
    private static readonly Lazy<long> s_timeTicks = new(() => Task.Run(FindTimeTicksAsync).GetAwaiter().GetResult());

    /// <summary>100 ns; but not every server that speaks T-SQL keeps all digits of a <c>datetime2(7)</c>.</summary>
    protected override long TimeTicks => s_timeTicks.Value;

    /// <summary>No number here is infinite, and a decimal has nine digits behind the point.</summary>
    protected override IEnumerable<Mixed> Rows => base.Rows.WithFiniteNumbers().WithNineDigits();

    [SpecificationFact]
    public async Task An_infinite_number_waits_in_quarantine()
    {
        await using var pair = await CreateAsync(MixedScope.Stores, isSqlite: true, SyncRole.Leaf);
        await MixedRows.InsertAsync(pair.Client, [new() { Id = 1, Double = double.PositiveInfinity }, new() { Id = 2, Double = 1 }]);

        await pair.SyncAsync();

        Assert.Equal(["2"], await pair.Hub.RowsAsync("""SELECT "Id" FROM "Mixed" """));
        Assert.Equal(SyncErrorCode.UnstorableValue, Assert.Single(await ((RelationalProvider)pair.HubStore).ReadQuarantineAsync()).Code);
    }

    private static async Task<long> FindTimeTicksAsync()
    {
        await using var database = await StoreDatabase.CreateAsync(DatabaseKind.SqlServer);
        await database.ExecuteAsync("CREATE TABLE fine (at datetime2(7))");
        await database.ExecuteAsync("INSERT INTO fine VALUES ('2026-11-22T00:00:00.1234567')");
        return await database.ScalarAsync("SELECT CONVERT(nvarchar(27), at, 121) FROM fine") is [.., '7']
            ? 1
            : TimeSpan.TicksPerMicrosecond;
    }
}
