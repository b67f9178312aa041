using SyncGen.Sqlite.Tests.Model;
using SyncGen.Sqlite.Tests.Model.Keys;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Tracking;

/// <summary>A key is found only if it is asked for as it is stored, and SQLite lets programs store one value in several forms.</summary>
public sealed class KeyFormTests
{
    private const string A = "0A0B0C0D-1111-2222-3333-44445555AAAA";
    private const string B = "FFEEDDCC-1111-2222-3333-44445555BBBB";
    private const string ABlob = "X'0D0C0B0A111122223333" + "44445555AAAA'";
    private const string Lists = "SELECT typeof(Id), CASE typeof(Id) WHEN 'blob' THEN hex(Id) ELSE Id END, Name FROM TodoList ORDER BY Name";

    public static TheoryData<SyncRole> Roles => [SyncRole.Leaf, SyncRole.Peer];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Guids_in_lower_case_stay_so(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(TodoScope.Sqlite, role: role);
        foreach (var id in new[] { A, B })
        {
            stores.Client.Execute($"INSERT INTO TodoList VALUES (lower('{id}'), 'list {id[0]}')");
        }

        stores.Hub.Execute("INSERT INTO TodoList VALUES ('0a0b0c0d-0000-0000-0000-000000000000', 'hub')");
        await stores.SettleAsync();
        stores.Client.Execute($"INSERT INTO TodoItem VALUES (lower('{A}'), lower('{A}'), 'item', 0, NULL)");
        stores.Hub.Execute($"UPDATE TodoList SET Name = 'edited' WHERE Id = lower('{A}')");
        await stores.SettleAsync();
        stores.AssertBoth(Lists, $"text|{A.ToLowerInvariant()}|edited", "text|0a0b0c0d-0000-0000-0000-000000000000|hub", $"text|{B.ToLowerInvariant()}|list F");
        stores.AssertBoth("SELECT count(*) FROM TodoItem JOIN TodoList ON TodoList.Id = ListId", "1");
        stores.Client.Execute("DELETE FROM TodoItem; DELETE FROM TodoList");
        await stores.SettleAsync();
        stores.AssertBoth(Lists);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Guids_as_blobs_stay_so(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(TodoScope.Sqlite, """
            CREATE TABLE TodoList (Id BLOB NOT NULL PRIMARY KEY, Name TEXT NOT NULL);
            CREATE TABLE TodoItem (Id BLOB NOT NULL PRIMARY KEY, ListId BLOB NOT NULL REFERENCES TodoList (Id), Title TEXT NOT NULL, Done INTEGER NOT NULL, Cost TEXT);
            """, role);
        stores.Client.Execute($"INSERT INTO TodoList VALUES ({ABlob}, 'list'); INSERT INTO TodoItem VALUES ({ABlob}, {ABlob}, 'item', 1, '2.5')");
        await stores.SettleAsync();
        stores.Hub.Execute($"UPDATE TodoList SET Name = 'edited' WHERE Id = {ABlob}; DELETE FROM TodoItem");
        await stores.SettleAsync();
        stores.AssertBoth(Lists, $"blob|{ABlob[2..^1]}|edited");
        stores.AssertBoth("SELECT count(*) FROM TodoItem", "0");
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Each_side_may_have_its_own_form(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(TodoScope.Sqlite, role: role);
        stores.Client.Execute($"INSERT INTO TodoList VALUES (lower('{B}'), 'client')");
        stores.Hub.Execute($"INSERT INTO TodoList VALUES ('{A}', 'hub')");
        await stores.SettleAsync();
        stores.Hub.Execute("UPDATE TodoList SET Name = Name || '!'");
        await stores.SettleAsync();
        Assert.Equal([$"text|{B.ToLowerInvariant()}|client!", $"text|{A.ToLowerInvariant()}|hub!"], stores.Client.Rows(Lists));
        Assert.Equal([$"text|{B}|client!", $"text|{A}|hub!"], stores.Hub.Rows(Lists));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_key_in_another_form_than_the_rest_is_noted_and_doubles_nothing(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(TodoScope.Sqlite, role: role);
        stores.Client.Execute($"INSERT INTO TodoList VALUES ('{A}', 'upper')");
        await stores.SettleAsync();
        stores.Client.Execute($"INSERT INTO TodoList VALUES (lower('{B}'), 'lower')");
        var result = await stores.SyncAsync();
        Assert.Contains(result.Notes, note => note.Code == SyncErrorCode.UnreadableValue && note.Message.Contains("TodoList.Id", StringComparison.Ordinal));
        Assert.Equal([$"text|{A}|upper"], stores.Hub.Rows(Lists));
        stores.Client.Execute("UPDATE TodoList SET Id = upper(Id)");
        await stores.SettleAsync();
        stores.AssertBoth(Lists, $"text|{B}|lower", $"text|{A}|upper");
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_date_as_a_key_is_written_one_way_only(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(DayScope.Sqlite, role: role);
        stores.Client.Execute("INSERT INTO Day VALUES ('2024-02-29 12:30:00', 'plain'), ('2024-02-29 12:30:00.5', 'half')");
        await stores.SettleAsync();
        stores.Hub.Execute("UPDATE Day SET Text = Text || '!'");
        stores.Client.Execute("INSERT INTO Day VALUES ('2024-03-01T00:00:00', 'other form')");
        var result = await stores.SyncAsync();
        Assert.Contains(result.Notes, note => note.Code == SyncErrorCode.UnreadableValue);
        Assert.Equal(["2024-02-29 12:30:00|plain!", "2024-02-29 12:30:00.5|half!"], stores.Hub.Rows("SELECT * FROM Day ORDER BY 1"));
        stores.Client.Execute("UPDATE Day SET At = replace(At, 'T', ' ')");
        await stores.SettleAsync();
        stores.AssertBoth("SELECT * FROM Day ORDER BY 1", "2024-02-29 12:30:00|plain!", "2024-02-29 12:30:00.5|half!", "2024-03-01 00:00:00|other form");
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_key_without_a_value_is_noted_and_travels_when_it_has_one(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(WordScope.Sqlite, "CREATE TABLE Word (Name TEXT PRIMARY KEY, Text TEXT)", role);
        stores.Client.Execute("INSERT INTO Word VALUES (NULL, 'no key'), ('a', 'a')");
        var result = await stores.SyncAsync();
        Assert.Contains(result.Notes, note => note is { Code: SyncErrorCode.UnreadableValue, Table: "Word" });
        Assert.Equal(["a|a"], stores.Hub.Rows("SELECT * FROM Word"));
        stores.Client.Execute("UPDATE Word SET Text = 'still none' WHERE Name IS NULL");
        Assert.Contains((await stores.SyncAsync()).Notes, note => note is { Code: SyncErrorCode.UnreadableValue, Table: "Word" });
        stores.Client.Execute("UPDATE Word SET Name = 'b' WHERE Name IS NULL");
        await stores.SettleAsync();
        stores.AssertBoth("SELECT * FROM Word ORDER BY 1", "a|a", "b|still none");
        Assert.Empty((await stores.SyncAsync()).Notes);
        stores.Client.Execute("INSERT INTO Word VALUES (NULL, 'gone again'); DELETE FROM Word WHERE Name IS NULL");
        await stores.SyncAsync();
        Assert.Empty((await stores.SyncAsync()).Notes);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Part_of_a_key_may_lack_a_value(SyncRole role)
    {
        await using var stores = await StorePair.CreateAsync(PlaceScope.Sqlite,
            "CREATE TABLE Place (Country TEXT, Number INTEGER, Text TEXT, PRIMARY KEY (Country, Number))", role);
        stores.Client.Execute("INSERT INTO Place VALUES ('at', NULL, 'x'), ('at', 1, 'y')");
        Assert.Contains((await stores.SyncAsync()).Notes, note => note.Code == SyncErrorCode.UnreadableValue);
        stores.Client.Execute("UPDATE Place SET Number = 2 WHERE Number IS NULL");
        await stores.SettleAsync();
        stores.AssertBoth("SELECT * FROM Place ORDER BY 2", "at|1|y", "at|2|x");
    }
}
