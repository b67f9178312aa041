using SyncGen.Sqlite.Tests.Model.Keys;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Tracking;

/// <summary>A key that changes is one row less and one row more.</summary>
public sealed class KeyUpdateTests
{
    private const string Words = "SELECT Name, Text FROM Word ORDER BY Name";

    public static TheoryData<SyncRole> Roles => [SyncRole.Leaf, SyncRole.Peer];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_key_moves(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(WordScope.Sqlite, role: role);
        stores.Client.Execute("INSERT INTO Word VALUES ('a', '1'), ('b', '2')");
        await stores.SettleAsync();
        stores.Client.Execute("UPDATE Word SET Name = 'c', Text = '3' WHERE Name = 'a'");
        await stores.SettleAsync();
        stores.AssertBoth(Words, "b|2", "c|3");
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Two_keys_change_places(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(WordScope.Sqlite, role: role);
        stores.Client.Execute("INSERT INTO Word VALUES ('a', '1'), ('b', '2')");
        await stores.SettleAsync();
        stores.Client.Execute("""
            UPDATE Word SET Name = 'tmp' WHERE Name = 'a';
            UPDATE Word SET Name = 'a' WHERE Name = 'b';
            UPDATE Word SET Name = 'b' WHERE Name = 'tmp';
            """);
        await stores.SettleAsync();
        stores.AssertBoth(Words, "a|2", "b|1");
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_key_goes_away_and_comes_back(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(WordScope.Sqlite, role: role);
        stores.Client.Execute("INSERT INTO Word VALUES ('a', '1')");
        await stores.SettleAsync();
        stores.Client.Execute("DELETE FROM Word; INSERT INTO Word VALUES ('a', 'again')");
        await stores.SettleAsync();
        stores.AssertBoth(Words, "a|again");
        stores.Client.Execute("DELETE FROM Word");
        await stores.SettleAsync();
        stores.Hub.Execute("INSERT INTO Word VALUES ('a', 'from hub')");
        await stores.SettleAsync();
        stores.AssertBoth(Words, "a|from hub");
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Part_of_a_key_changes(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(PlaceScope.Sqlite, role: role);
        stores.Client.Execute("INSERT INTO Place VALUES ('at', 1, 'x'), ('at', 2, 'y'), ('de', 1, 'z')");
        await stores.SettleAsync();
        stores.Client.Execute("UPDATE Place SET Number = Number + 10 WHERE Country = 'at'; UPDATE Place SET Country = 'ch' WHERE Country = 'de'");
        await stores.SettleAsync();
        stores.AssertBoth("SELECT * FROM Place ORDER BY 1, 2", "at|11|x", "at|12|y", "ch|1|z");
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_key_whose_case_does_not_matter_is_one_key(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(TagScope.Sqlite, role: role);
        stores.Client.Execute("INSERT INTO Tag VALUES ('Red', '1'), ('blue', '2')");
        await stores.SettleAsync();
        stores.Hub.Execute("UPDATE Tag SET Text = 'hub' WHERE Name = 'RED'");
        stores.Client.Execute("UPDATE Tag SET Name = 'Blue' WHERE Name = 'blue'");
        await stores.SettleAsync();
        stores.AssertBoth("SELECT Name, Text FROM Tag ORDER BY Name", "Blue|2", "Red|hub");
        stores.Client.Execute("DELETE FROM Tag WHERE Name = 'BLUE'");
        stores.Hub.Execute("INSERT OR REPLACE INTO Tag VALUES ('RED', 'replaced')");
        await stores.SettleAsync();
        stores.AssertBoth("SELECT Name, Text FROM Tag ORDER BY Name", "RED|replaced");
    }

    [Fact]
    public async Task A_collation_that_the_model_does_not_know_is_refused()
    {
        var refused = await Assert.ThrowsAsync<SyncException>(() =>
            StorePair.CreateAsync(WordScope.Sqlite, "CREATE TABLE Word (Name TEXT COLLATE NOCASE NOT NULL PRIMARY KEY, Text TEXT)"));
        Assert.Equal(SyncErrorCode.SchemaMismatch, refused.Code);
        Assert.Contains("'Word.Name'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("TEXT COLLATE NOCASE", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collation_that_the_table_lacks_is_refused()
    {
        var refused = await Assert.ThrowsAsync<SyncException>(() =>
            StorePair.CreateAsync(TagScope.Sqlite, "CREATE TABLE Tag (Name TEXT NOT NULL PRIMARY KEY, Text TEXT)"));
        Assert.Equal(SyncErrorCode.SchemaMismatch, refused.Code);
        Assert.Contains("NOCASE", refused.Message, StringComparison.Ordinal);
    }
}
