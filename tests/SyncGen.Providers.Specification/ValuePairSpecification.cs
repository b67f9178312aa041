using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Values;
using SyncGen.Providers.Specification.Stores;
using SyncGen.Testing;

namespace SyncGen.Providers.Specification;

/// <summary>Values at the edges of every type travel between two kinds of databases, there and back, and stay what they are.</summary>
/// <param name="one">A kind of database.</param>
/// <param name="other">Another.</param>
public abstract class ValuePairSpecification(DatabaseKind one, DatabaseKind other)
{
    private const string Content = """SELECT * FROM "Mixed" ORDER BY "Id" """;

    /// <summary>
    /// A client of one kind takes all rows from a hub of the other; a program touches each of them there, so that each goes back as the
    /// client reads it; a SQLite file that had them first, and one that had none, tell whether they are what they were.
    /// </summary>
    [SpecificationTheory]
    [InlineData(true, SyncRole.Leaf)]
    [InlineData(true, SyncRole.Peer)]
    [InlineData(false, SyncRole.Leaf)]
    [InlineData(false, SyncRole.Peer)]
    public virtual async Task Values_travel_there_and_back(bool isOneTheHub, SyncRole role)
    {
        await using var pair = await StorePair.CreateAsync(MixedScope.Stores, isOneTheHub ? other : one, role, isOneTheHub ? one : other);
        await using var first = await StoreDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var firstStore = first.Open(MixedScope.Stores, SyncRole.Leaf);
        await using var last = await StoreDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var lastStore = last.Open(MixedScope.Stores, SyncRole.Leaf);
        await firstStore.ProvisionAsync();
        await MixedRows.InsertAsync(first, MixedRows.EverywhereAtTheEdges);

        Assert.Empty((await SyncOrchestrator.Between(firstStore, pair.HubStore).SynchronizeAsync()).Notes);
        Assert.Empty((await pair.SettleAsync()).Notes);
        await pair.Client.ExecuteAsync("""UPDATE "Mixed" SET "Number" = 7""");
        await first.ExecuteAsync("""UPDATE "Mixed" SET "Number" = 7""");
        var before = await first.RowsAsync(Content);
        Assert.Empty((await pair.SettleAsync()).Notes);
        await SyncOrchestrator.Between(lastStore, pair.HubStore).SynchronizeAsync();

        Assert.Equal(4, before.Count);
        Assert.Equal(before, await last.RowsAsync(Content));
    }
}
