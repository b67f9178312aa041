using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Files;

/// <summary>Stores of a later version of SyncGen, of another model, or with other columns than their partner.</summary>
public sealed class OtherSchemaTests
{
    private const string Customers = "SELECT Id, Name, Code, Rank FROM Customer ORDER BY Id";

    public static TheoryData<SyncRole> Roles => [SyncRole.Leaf, SyncRole.Peer];

    [Theory]
    [MemberData(nameof(Roles))]
    public Task A_later_layout_is_left_alone(SyncRole role) => RefusedAsync(
        role, "UPDATE syncgen_shop_state SET format = 2", "UPDATE syncgen_shop_state SET format = 1", SyncErrorCode.NewerFormat, "Update this program");

    [Theory]
    [MemberData(nameof(Roles))]
    public Task A_later_layout_may_have_other_columns(SyncRole role) => RefusedAsync(
        role,
        "UPDATE syncgen_shop_state SET format = 3; ALTER TABLE syncgen_shop_state RENAME COLUMN model TO models",
        "ALTER TABLE syncgen_shop_state RENAME COLUMN models TO model; UPDATE syncgen_shop_state SET format = 1",
        SyncErrorCode.NewerFormat,
        "Update this program");

    [Theory]
    [MemberData(nameof(Roles))]
    public Task Another_model_is_left_alone(SyncRole role) => RefusedAsync(
        role,
        "UPDATE syncgen_shop_state SET model = 'later ' || model",
        "UPDATE syncgen_shop_state SET model = substr(model, 7)",
        SyncErrorCode.ModelMismatch,
        "Migrate it",
        mayDeprovision: true);

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_state_that_was_emptied_is_named(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, role: role);
        stores.Client.Execute("DELETE FROM syncgen_shop_state");
        var error = await Assert.ThrowsAsync<SyncException>(() => stores.SyncAsync());
        Assert.Equal(SyncErrorCode.MalformedData, error.Code);
        Assert.Contains("'client.db'", error.Message, StringComparison.Ordinal);
        await stores.ClientStore.DeprovisionAsync();
        await stores.ClientStore.ProvisionAsync();
        await stores.SettleAsync();
    }

    [Theory]
    [InlineData(SyncRole.Leaf, "ALTER TABLE Customer ADD COLUMN Extra TEXT NOT NULL DEFAULT 'x'", "ALTER TABLE Customer DROP COLUMN Extra", null)]
    [InlineData(SyncRole.Peer, "ALTER TABLE Customer ADD COLUMN Extra TEXT NOT NULL DEFAULT 'x'", "ALTER TABLE Customer DROP COLUMN Extra", null)]
    [InlineData(SyncRole.Leaf, "ALTER TABLE Customer DROP COLUMN Rank", "ALTER TABLE Customer ADD COLUMN Rank INTEGER", "'Rank'")]
    [InlineData(SyncRole.Peer, "ALTER TABLE Customer DROP COLUMN Rank", "ALTER TABLE Customer ADD COLUMN Rank INTEGER", "'Rank'")]
    public async Task A_column_more_or_less_in_one_store(SyncRole role, string change, string back, string? missing)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, role: role);
        stores.Client.Execute("INSERT INTO Customer (Id, Name) VALUES (1, 'a')");
        await stores.SettleAsync();
        foreach (var database in new[] { stores.Client, stores.Hub })
        {
            database.Execute(change);
            if (missing is not null)
            {
                var error = await Assert.ThrowsAsync<SyncException>(() => stores.SyncAsync());
                Assert.Equal(SyncErrorCode.SchemaMismatch, error.Code);
                Assert.Contains(missing, error.Message, StringComparison.Ordinal);
                database.Execute(back);
            }

            stores.Client.Execute("UPDATE Customer SET Name = Name || 'c'");
            await stores.SettleAsync();
            stores.Hub.Execute("UPDATE Customer SET Name = Name || 'h'");
            await stores.SettleAsync();
        }

        stores.AssertBoth(Customers, "1|achch|NULL|NULL");
    }

    private static async Task RefusedAsync(
        SyncRole role, string obstacle, string lifting, SyncErrorCode code, string remedy, bool mayDeprovision = false)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, role: role);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', NULL, 1)");
        await stores.SettleAsync();
        stores.Client.Execute("INSERT INTO Customer VALUES (2, 'b', NULL, 1)");
        stores.Hub.Execute("INSERT INTO Customer VALUES (3, 'c', NULL, 1)");
        foreach (var database in new[] { stores.Client, stores.Hub })
        {
            database.Execute(obstacle);
            var (client, hub) = (Dump.Of(stores.Client), Dump.Of(stores.Hub));
            var store = database == stores.Client ? stores.ClientStore : stores.HubStore;
            foreach (var call in new Func<Task>[]
            {
                () => stores.SyncAsync(),
                () => store.ProvisionAsync(),
                () => mayDeprovision ? store.ProvisionAsync() : store.DeprovisionAsync(),
                () => SyncOrchestrator.Between(stores.ClientStore, stores.HubStore).PreviewAsync(),
            })
            {
                var error = await Assert.ThrowsAsync<SyncException>(call);
                Assert.Equal(code, error.Code);
                Assert.Contains($"'{Path.GetFileName(database.Path)}'", error.Message, StringComparison.Ordinal);
                Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
            }

            Assert.Equal(client, Dump.Of(stores.Client));
            Assert.Equal(hub, Dump.Of(stores.Hub));
            database.Execute(lifting);
        }

        await stores.SettleAsync();
        stores.AssertBoth(Customers, "1|a|NULL|1", "2|b|NULL|1", "3|c|NULL|1");
    }
}
