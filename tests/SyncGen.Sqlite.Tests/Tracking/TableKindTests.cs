using SyncGen.Sqlite.Tests.Model.Keys;
using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Model.Values;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Tracking;

/// <summary>Every kind of table that SQLite has.</summary>
public sealed class TableKindTests
{
    private static readonly SyncOptions s_oneRowAtATime = new() { BatchBytesMax = 1 };

    public static TheoryData<SyncRole> Roles => [SyncRole.Leaf, SyncRole.Peer];

    public static TheoryData<string, SyncRole> Kinds
    {
        get
        {
            var cases = new TheoryData<string, SyncRole>();
            foreach (var kind in new[] { "", "STRICT", "WITHOUT ROWID", "WITHOUT ROWID, STRICT" })
            {
                cases.Add(kind, SyncRole.Leaf);
                cases.Add(kind, SyncRole.Peer);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Rows_travel_one_batch_each(string kind, SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(PlaceScope.Sqlite,
            $"CREATE TABLE Place (Country TEXT NOT NULL, Number INTEGER NOT NULL, Text TEXT, PRIMARY KEY (Country, Number)) {kind}", role);
        stores.Client.Execute("INSERT INTO Place VALUES ('de', 2, 'd2'), ('at', 2, 'a2'), ('at', 1, 'a1')");
        stores.Hub.Execute("INSERT INTO Place VALUES ('ch', 2, 'c2'), ('ch', 1, 'c1'), ('be', 9, NULL)");
        await stores.SettleAsync(s_oneRowAtATime);
        stores.Client.Execute("UPDATE Place SET Text = Text || '!' WHERE Country = 'ch'; DELETE FROM Place WHERE Country = 'at' AND Number = 1");
        stores.Hub.Execute("INSERT OR REPLACE INTO Place VALUES ('de', 2, 'replaced')");
        await stores.SettleAsync(s_oneRowAtATime);
        stores.AssertBoth("SELECT * FROM Place ORDER BY 1, 2", "at|2|a2", "be|9|NULL", "ch|1|c1!", "ch|2|c2!", "de|2|replaced");
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Computed_columns_are_computed_on_each_side(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(PriceScope.Sqlite, """
            CREATE TABLE Price (Id INTEGER NOT NULL PRIMARY KEY, Amount INTEGER NOT NULL,
              Double INTEGER NOT NULL AS (Amount * 2) STORED, Text TEXT, Shouted TEXT AS (upper(Text)) VIRTUAL UNIQUE)
            """, role);
        stores.Client.Execute("INSERT INTO Price (Id, Amount, Text) VALUES (1, 21, 'a'), (2, 3, NULL)");
        await stores.SettleAsync();
        stores.AssertBoth("SELECT * FROM Price ORDER BY Id", "1|21|42|a|A", "2|3|6|NULL|NULL");
        stores.Hub.Execute("UPDATE Price SET Amount = 5, Text = 'b' WHERE Id = 1");
        stores.Client.Execute("INSERT OR REPLACE INTO Price (Id, Amount, Text) VALUES (3, 7, 'c'), (4, 8, 'C')");
        await stores.SettleAsync();
        stores.AssertBoth("SELECT * FROM Price ORDER BY Id", "1|5|10|b|B", "2|3|6|NULL|NULL", "4|8|16|C|C");
    }

    [Fact]
    public async Task A_computed_column_that_the_model_would_write_is_refused()
    {
        var refused = await Assert.ThrowsAsync<SyncException>(() => StorePair.CreateAsync(WordScope.Sqlite,
            "CREATE TABLE Word (Name TEXT NOT NULL PRIMARY KEY, Text TEXT AS (upper(Name)))"));
        Assert.Equal(SyncErrorCode.SchemaMismatch, refused.Code);
        Assert.Contains("'Word.Text'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE VIEW Word AS SELECT 'a' AS Name, 'b' AS Text", "view")]
    [InlineData("CREATE VIRTUAL TABLE Word USING fts5 (Name, Text)", "virtual")]
    public async Task What_is_no_table_is_refused(string create, string kind)
    {
        var refused = await Assert.ThrowsAsync<SyncException>(() => StorePair.CreateAsync(WordScope.Sqlite, create));
        Assert.Equal(SyncErrorCode.SchemaMismatch, refused.Code);
        Assert.Contains(kind, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", SyncRole.Leaf)]
    [InlineData("", SyncRole.Peer)]
    [InlineData("WITHOUT ROWID", SyncRole.Peer)]
    public async Task Columns_may_have_the_names_of_the_row_number(string kind, SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(HiddenScope.Sqlite,
            $"CREATE TABLE Hidden (Id TEXT NOT NULL PRIMARY KEY, rowid TEXT, OID INTEGER, _rowid_ TEXT) {kind}", role);
        stores.Client.Execute("INSERT INTO Hidden VALUES ('b', 'x', 5, 'y'), ('a', NULL, NULL, NULL), ('c', 'z', 1, 'w')");
        await stores.SettleAsync(s_oneRowAtATime);
        stores.Hub.Execute("UPDATE Hidden SET rowid = 'new' WHERE Id = 'c'; DELETE FROM Hidden WHERE oid = 5");
        await stores.SettleAsync(s_oneRowAtATime);
        stores.AssertBoth("SELECT * FROM Hidden ORDER BY Id", "a|NULL|NULL|NULL", "c|new|1|w");
    }

    [Theory]
    [InlineData("UTF-16le", SyncRole.Leaf)]
    [InlineData("UTF-16be", SyncRole.Peer)]
    public async Task Databases_in_utf16_hold_the_same_text(string encoding, SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(WordScope.Sqlite,
            $"PRAGMA encoding = '{encoding}'; CREATE TABLE Word (Name TEXT NOT NULL PRIMARY KEY, Text TEXT)", role);
        stores.Client.Execute("INSERT INTO Word VALUES ('\U0001F600', 'été'), ('ß', 'a' || char(0) || 'b'), ('', '')");
        stores.Hub.Execute("INSERT INTO Word VALUES ('日本', NULL)");
        await stores.SettleAsync();
        stores.Hub.Execute("UPDATE Word SET Text = Text || '\U0001F680' WHERE Name = '\U0001F600'");
        await stores.SettleAsync();
        stores.AssertBoth("SELECT Name, hex(Text) IS NOT NULL, length(CAST(Text AS BLOB)), Text FROM Word WHERE Name <> 'ß' ORDER BY 3",
            "日本|1|NULL|NULL", "|1|0|", "\U0001F600|1|10|été\U0001F680");
        Assert.Equal(stores.Client.Rows("SELECT hex(Text) FROM Word ORDER BY Name"), stores.Hub.Rows("SELECT hex(Text) FROM Word ORDER BY Name"));
        Assert.Equal(encoding, stores.Client.Scalar("PRAGMA encoding"));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Columns_outside_the_model_keep_their_values(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite,
            "CREATE TABLE Customer (Id INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Code TEXT, Rank INTEGER, Local TEXT NOT NULL DEFAULT 'none')", role);
        stores.Client.Execute("INSERT INTO Customer VALUES (1, 'a', NULL, 1, 'client')");
        await stores.SettleAsync();
        stores.Hub.Execute("UPDATE Customer SET Name = 'b', Local = 'hub'");
        await stores.SettleAsync();
        Assert.Equal(["1|b|client"], stores.Client.Rows("SELECT Id, Name, Local FROM Customer"));
        Assert.Equal(["1|b|hub"], stores.Hub.Rows("SELECT Id, Name, Local FROM Customer"));
    }
}
