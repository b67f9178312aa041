using SyncGen.Sqlite.Tests.Model;
using SyncGen.Sqlite.Tests.Model.Parts;
using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Processes;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Sessions;

/// <summary>What provisioning adds, checks, and takes away again.</summary>
public sealed class ProvisioningTests : IDisposable
{
    private const string Tables = """
        CREATE TABLE Customer (Id INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Code TEXT UNIQUE, Rank INTEGER);
        CREATE TABLE Other (Id INTEGER PRIMARY KEY AUTOINCREMENT, Text TEXT);
        INSERT INTO Customer VALUES (1, 'a', 'x', NULL), (2, 'b', 'y', 2);
        INSERT INTO Other (Text) VALUES ('x');
        CREATE INDEX ByRank ON Customer (Rank);
        CREATE VIEW Best AS SELECT * FROM Customer WHERE Rank = 1;
        CREATE TRIGGER Own AFTER INSERT ON Customer BEGIN INSERT INTO Other (Text) VALUES (NEW.Name); END;
        PRAGMA user_version = 17;
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly Database _database;

    public ProvisioningTests() => _database = new Database(_folder.PathOf("a.db"));

    [Theory]
    [InlineData(SyncRole.Leaf)]
    [InlineData(SyncRole.Peer)]
    public async Task Deprovisioning_leaves_a_database_exactly_as_it_was(SyncRole role)
    {
        _database.Execute(Tables);
        var before = Dump.Of(_database);
        await using var store = Open(role);
        await store.ProvisionAsync();
        Assert.Equal(before, WithoutCreated(Dump.Of(_database, withTracking: false)));
        await store.DeprovisionAsync();
        Assert.Equal(before, Dump.Of(_database));
        Assert.Equal(17L, _database.Scalar("PRAGMA user_version"));
        await store.DeprovisionAsync();
        Assert.Equal(before, Dump.Of(_database));
    }

    [Theory]
    [InlineData(SyncRole.Leaf)]
    [InlineData(SyncRole.Peer)]
    public async Task Tables_that_it_created_go_only_when_they_are_empty(SyncRole role)
    {
        await using var store = Open(role);
        await store.ProvisionAsync();
        _database.Execute("INSERT INTO Customer VALUES (1, 'a', NULL, NULL)");
        await store.DeprovisionAsync();
        Assert.Equal(["Customer"], _database.Rows("SELECT name FROM sqlite_schema"));
        Assert.Equal(["1|a|NULL|NULL"], _database.Rows("SELECT * FROM Customer"));
    }

    [Fact]
    public async Task Table_that_one_with_rows_refers_to_stays_with_it()
    {
        await using var store = Open(SyncRole.Peer);
        await store.ProvisionAsync();
        _database.Execute("INSERT INTO Invoice VALUES (1, NULL, 'a')");
        await store.DeprovisionAsync();
        Assert.Equal(["Customer", "Invoice"], _database.Rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"));
        _database.Execute("INSERT INTO Invoice VALUES (2, NULL, 'b')");
    }

    [Fact]
    public async Task What_an_older_model_left_is_taken_away_too()
    {
        _database.Execute(Tables);
        var before = Dump.Of(_database);
        await using var store = Open(SyncRole.Peer);
        await store.ProvisionAsync();
        // As if the scope had once had another table.
        _database.Execute("""
            CREATE TABLE syncgen_shop_Other_log (n INTEGER PRIMARY KEY, op, time, k0);
            CREATE TRIGGER syncgen_shop_Other_insert AFTER INSERT ON Other BEGIN INSERT INTO syncgen_shop_Other_log (op, time, k0) VALUES (1, 0, NEW.Id); END;
            """);
        await store.DeprovisionAsync();
        Assert.Equal(before, Dump.Of(_database));
        _database.Execute("INSERT INTO Other (Text) VALUES ('still works')");
    }

    [Fact]
    public async Task Other_scopes_in_the_database_stay()
    {
        await using var shop = Open(SyncRole.Peer);
        await using var todo = TodoScope.Sqlite(_database.ConnectionString, SyncRole.Leaf);
        await todo.ProvisionAsync();
        var before = Dump.Of(_database);
        await shop.ProvisionAsync();
        await shop.DeprovisionAsync();
        Assert.Equal(before, Dump.Of(_database));
    }

    [Theory]
    [InlineData(SyncRole.Leaf)]
    [InlineData(SyncRole.Peer)]
    public async Task Provisioning_again_changes_nothing(SyncRole role)
    {
        _database.Execute(Tables);
        await using var store = Open(role);
        await store.ProvisionAsync();
        var once = Dump.Of(_database);
        await store.ProvisionAsync();
        await using var another = Open(role);
        await another.ProvisionAsync();
        Assert.Equal(once, Dump.Of(_database));
    }

    [Theory]
    [InlineData(SyncRole.Leaf)]
    [InlineData(SyncRole.Peer)]
    public async Task A_full_table_costs_no_more_than_an_empty_one(SyncRole role)
    {
        _database.Execute(Tables + """
            WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)
            INSERT INTO Customer SELECT i, 'name ' || i, i, i FROM n;
            DROP TRIGGER Own;
            """);
        using var empty = new Database(_folder.PathOf("empty.db"));
        empty.Execute(Tables + "DROP TRIGGER Own; DELETE FROM Customer");
        var full = await PagesAddedAsync(_database, role);
        Assert.Equal(await PagesAddedAsync(empty, role), full);
        Assert.InRange(full, 1, 60);
    }

    [Fact]
    public async Task Two_processes_may_provision_at_once()
    {
        _database.Execute(Tables);
        var children = new List<ChildProcess>();
        for (var i = 0; i < 3; i++)
        {
            children.Add(await ChildProcess.StartAsync("provision", _database.Path));
        }

        children.ForEach(child => child.Go());
        foreach (var child in children)
        {
            Assert.Equal("done", await child.EndAsync());
            child.Dispose();
        }

        Assert.Equal(["1"], _database.Rows("SELECT count(*) FROM syncgen_shop_state"));
        Assert.Equal(["1"], _database.Rows("SELECT count(*) FROM syncgen_shop_replica"));
        Invariants.Check(_database);
    }

    [Fact]
    public async Task A_session_may_be_told_not_to_provision()
    {
        await using var store = Open(SyncRole.Leaf, options => options.AutoProvision = false);
        var error = await FailAsync(store);
        Assert.Equal(SyncErrorCode.NotProvisioned, error.Code);
        Assert.Contains("'a.db'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'shop'", error.Message, StringComparison.Ordinal);
        Assert.Empty(_database.Rows("SELECT name FROM sqlite_schema"));
    }

    [Fact]
    public async Task Another_role_is_refused()
    {
        await using (var peer = Open(SyncRole.Peer))
        {
            await peer.ProvisionAsync();
        }

        await using var leaf = Open(SyncRole.Leaf);
        Assert.Equal(SyncErrorCode.RoleMismatch, (await FailAsync(leaf)).Code);
        var error = await Assert.ThrowsAsync<SyncException>(() => leaf.ProvisionAsync());
        Assert.Equal(SyncErrorCode.RoleMismatch, error.Code);
        Assert.Contains("peer", error.Message, StringComparison.Ordinal);
        await leaf.DeprovisionAsync();
        await leaf.ProvisionAsync();
    }

    [Fact]
    public async Task Another_model_is_refused()
    {
        await using var store = Open(SyncRole.Leaf);
        await store.ProvisionAsync();
        _database.Execute("UPDATE syncgen_shop_state SET model = 'another'");
        var error = await FailAsync(store);
        Assert.Equal(SyncErrorCode.ModelMismatch, error.Code);
        Assert.Contains("another", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_format_is_refused_and_left_alone()
    {
        await using var store = Open(SyncRole.Leaf);
        await store.ProvisionAsync();
        _database.Execute("UPDATE syncgen_shop_state SET format = 99");
        var before = Dump.Of(_database);
        Assert.Equal(SyncErrorCode.NewerFormat, (await FailAsync(store)).Code);
        Assert.Equal(SyncErrorCode.NewerFormat, (await Assert.ThrowsAsync<SyncException>(() => store.ProvisionAsync())).Code);
        Assert.Equal(SyncErrorCode.NewerFormat, (await Assert.ThrowsAsync<SyncException>(() => store.DeprovisionAsync())).Code);
        Assert.Equal(before, Dump.Of(_database));
    }

    [Fact]
    public async Task A_model_that_does_not_fit_adds_nothing()
    {
        _database.Execute("CREATE TABLE Line (Id INTEGER NOT NULL PRIMARY KEY)");
        var before = Dump.Of(_database);
        await using var store = Open(SyncRole.Peer);
        var error = await Assert.ThrowsAsync<SyncException>(() => store.ProvisionAsync());
        Assert.Equal(SyncErrorCode.SchemaMismatch, error.Code);
        Assert.Contains("'InvoiceId'", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Dump.Of(_database));
    }

    [Fact]
    public async Task Names_of_tables_and_columns_are_compared_as_sqlite_does()
    {
        _database.Execute("CREATE TABLE PERSON (ID INTEGER NOT NULL PRIMARY KEY, NAME TEXT NOT NULL, EMAIL TEXT, SALARY INTEGER NOT NULL)");
        await using var store = PeopleScope.Sqlite(_database.ConnectionString, SyncRole.Peer);
        await using var other = PeopleScope.Sqlite($"Data Source={_folder.PathOf("b.db")}", SyncRole.Peer);
        await store.ProvisionAsync();
        _database.Execute("INSERT INTO person VALUES (1, 'a', NULL, 3)");
        await SyncOrchestrator.Between(store, other).SynchronizeAsync();
        using var otherData = new Database(_folder.PathOf("b.db"));
        Assert.Equal(["1|a|NULL|3"], otherData.Rows("SELECT * FROM Person"));
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    private SqliteProvider Open(SyncRole role, Action<SqliteProviderOptions>? configure = null)
    {
        var options = new SqliteProviderOptions { Role = role };
        configure?.Invoke(options);
        return ShopScope.Sqlite(_database.ConnectionString, options);
    }

    private async Task<SyncException> FailAsync(SqliteProvider store)
    {
        await using var hub = ShopScope.Sqlite($"Data Source={_folder.PathOf("hub.db")}", SyncRole.Peer);
        return await Assert.ThrowsAsync<SyncException>(() => SyncOrchestrator.Between(store, hub).SynchronizeAsync());
    }

    private static async Task<long> PagesAddedAsync(Database database, SyncRole role)
    {
        var before = (long)database.Scalar("PRAGMA page_count")!;
        await using var store = ShopScope.Sqlite(database.ConnectionString, role);
        await store.ProvisionAsync();
        return (long)database.Scalar("PRAGMA page_count")! - before;
    }

    // Tables that the database lacked are created; they are not what this compares.
    private static string WithoutCreated(string dump) => string.Join('\n', dump.Split('\n')
        .Where(line => !line.StartsWith("table|Invoice|", StringComparison.Ordinal) && !line.StartsWith("table|Line|", StringComparison.Ordinal)
            && !line.StartsWith("index|IX_Invoice_", StringComparison.Ordinal) && !line.StartsWith("index|IX_Line_", StringComparison.Ordinal)
            && !line.StartsWith("  \"", StringComparison.Ordinal) && line != ")"));
}
