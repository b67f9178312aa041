using SyncGen.Sqlite.Tests.Model.Parts;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Sessions;

/// <summary>Scopes with some of a table's columns, and several scopes over one table.</summary>
public sealed class SharedTableTests
{
    private const string Contacts = "SELECT Id, Name, Email FROM Person ORDER BY Id";

    [Theory]
    [InlineData(SyncRole.Leaf)]
    [InlineData(SyncRole.Peer)]
    public async Task Columns_outside_the_scope_stay_at_home(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ContactScope.Sqlite,
            "CREATE TABLE Person (Id INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Email TEXT, Salary INTEGER NOT NULL DEFAULT 7)", role);
        stores.Client.Execute("INSERT INTO Person VALUES (1, 'a', NULL, 100)");
        stores.Hub.Execute("INSERT INTO Person VALUES (2, 'b', 'x', 200)");
        await stores.SettleAsync();
        Assert.Equal(["100", "7"], stores.Client.Rows("SELECT Salary FROM Person ORDER BY Id"));
        Assert.Equal(["7", "200"], stores.Hub.Rows("SELECT Salary FROM Person ORDER BY Id"));

        stores.Client.Execute("UPDATE Person SET Salary = Salary + 1");
        var result = await stores.SyncAsync();
        Assert.Equal(0, result.Upload.Rows);
        stores.Client.Execute("UPDATE Person SET Email = 'new', Salary = 0 WHERE Id = 2");
        await stores.SettleAsync();
        stores.AssertBoth(Contacts, "1|a|NULL", "2|b|new");
        Assert.Equal(["7", "200"], stores.Hub.Rows("SELECT Salary FROM Person ORDER BY Id"));
    }

    [Fact]
    public async Task A_required_column_outside_the_scope_needs_a_default()
    {
        var refused = await Assert.ThrowsAsync<SyncException>(() => StorePair.CreateAsync(ContactScope.Sqlite,
            "CREATE TABLE Person (Id INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Email TEXT, Salary INTEGER NOT NULL)"));
        Assert.Equal(SyncErrorCode.SchemaMismatch, refused.Code);
        Assert.Contains("'Person.Salary'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_passes_from_scope_to_scope_through_a_store_that_has_both()
    {
        using var folder = new TemporaryFolder();
        string Path(string name) => $"Data Source={folder.PathOf(name)}";
        await using var first = PeopleScope.Sqlite(Path("first.db"), SyncRole.Peer);
        await using var middle = PeopleScope.Sqlite(Path("middle.db"), SyncRole.Peer);
        await using var middleContacts = ContactScope.Sqlite(Path("middle.db"), SyncRole.Peer);
        await using var last = ContactScope.Sqlite(Path("last.db"), SyncRole.Leaf);
        using (var database = new Database(folder.PathOf("middle.db")))
        {
            database.Execute("CREATE TABLE Person (Id INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Email TEXT, Salary INTEGER NOT NULL DEFAULT 7)");
        }

        foreach (var store in new[] { first, middle, middleContacts, last })
        {
            await store.ProvisionAsync();
        }

        using var firstData = new Database(folder.PathOf("first.db"));
        using var middleData = new Database(folder.PathOf("middle.db"));
        using var lastData = new Database(folder.PathOf("last.db"));
        firstData.Execute("INSERT INTO Person VALUES (1, 'a', NULL, 100), (2, 'b', NULL, 200)");
        await RunAsync();
        lastData.Execute("UPDATE Person SET Email = 'last' WHERE Id = 1; DELETE FROM Person WHERE Id = 2");
        await RunAsync();
        await RunAsync();
        Assert.Equal(["1|a|last|100"], firstData.Rows("SELECT * FROM Person"));
        Assert.Equal(["1|a|last|100"], middleData.Rows("SELECT * FROM Person"));
        Assert.Equal(["1|a|last"], lastData.Rows(Contacts));

        var quiet = await SyncOrchestrator.Between(first, middle).SynchronizeAsync();
        Assert.False(quiet.HasChanges);
        await middleContacts.DeprovisionAsync();
        firstData.Execute("UPDATE Person SET Salary = 101");
        await SyncOrchestrator.Between(first, middle).SynchronizeAsync();
        Assert.Equal(["1|a|last|101"], middleData.Rows("SELECT * FROM Person"));

        async Task RunAsync()
        {
            await SyncOrchestrator.Between(first, middle).SynchronizeAsync();
            await SyncOrchestrator.Between(last, middleContacts).SynchronizeAsync();
            await SyncOrchestrator.Between(first, middle).SynchronizeAsync();
        }
    }
}
