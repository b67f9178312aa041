using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Values;
using SyncGen.Testing;

namespace SyncGen.Providers.Specification;

/// <summary>Values at the edges of every type travel there and back, and stay what they are.</summary>
public abstract class ValueSpecification(DatabaseKind kind) : ProviderSpecification(kind)
{
    /// <summary>How finely the database tells times apart, in ticks of 100 ns.</summary>
    protected abstract long TimeTicks { get; }

    /// <summary>Rows at the edges of their types, that all databases can hold.</summary>
    protected virtual IEnumerable<Mixed> Rows => MixedRows.AtTheEdges(TimeTicks);

    /// <summary>From a SQLite client to the hub, and on to another client: every value arrives as it was.</summary>
    [SpecificationTheory]
    [InlineData(SyncRole.Leaf)]
    [InlineData(SyncRole.Peer)]
    public virtual async Task Values_travel_there_and_back(SyncRole role)
    {
        await using var pair = await CreateAsync(MixedScope.Stores, isSqlite: true, role);
        await using var other = await StoreDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var otherStore = other.Open(MixedScope.Stores, role);
        await using var third = await StoreDatabase.CreateAsync(Kind);
        await using var thirdStore = third.Open(MixedScope.Stores, role);
        await otherStore.ProvisionAsync();
        await MixedRows.InsertAsync(pair.Client, Rows);

        var first = await pair.SettleAsync();
        Assert.Empty(first.Notes);
        await SyncOrchestrator.Between(otherStore, pair.HubStore).SynchronizeAsync();
        await SyncOrchestrator.Between(thirdStore, pair.HubStore).SynchronizeAsync();

        const string Content = """SELECT * FROM "Mixed" ORDER BY "Id" """;
        Assert.Equal(await pair.Client.RowsAsync(Content), await other.RowsAsync(Content));
        Assert.Equal(await pair.Hub.RowsAsync(Content), await third.RowsAsync(Content));
        Assert.Equal(4, (await other.RowsAsync(Content)).Count);
    }

    /// <summary>A moment with an offset stays the same moment, whether or not the database keeps the offset.</summary>
    [SpecificationFact]
    public virtual async Task A_moment_stays_the_moment()
    {
        await using var pair = await CreateAsync(MixedScope.Stores, isSqlite: true, SyncRole.Peer);
        var moment = new DateTimeOffset(2026, 11, 22, 17, 5, 0, 123, TimeSpan.FromHours(-11));
        await MixedRows.InsertAsync(pair.Client, [new() { Id = 1, Moment = moment }]);
        await pair.SettleAsync();
        await pair.Hub.ExecuteAsync("""UPDATE "Mixed" SET "Text" = 'touched' """);
        await pair.SettleAsync();

        var text = await pair.Client.ScalarAsync("""SELECT "Moment" FROM "Mixed" """);
        Assert.Equal(moment, DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
    }
}
