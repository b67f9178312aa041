using SyncGen.Sqlite.Tests.Model.Keys;

namespace SyncGen.Sqlite.Tests.Values;

/// <summary>Hostile values as keys and as parts of keys: they travel, or are reported, and others travel past them.</summary>
public sealed class HostileKeyTests
{
    public static TheoryData<SyncRole, int> Cases => new() { { SyncRole.Leaf, 1 }, { SyncRole.Leaf, 1 << 20 }, { SyncRole.Peer, 1 }, { SyncRole.Peer, 1 << 20 } };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Text_of_every_kind_is_a_key(SyncRole role, int batch)
    {
        await using var chain = await Chain.CreateAsync(WordScope.Sqlite, role);
        var options = new SyncOptions { BatchBytesMax = batch };
        string[] keys =
        [
            "''", "' '", "char(0)", "'a' || char(0)", "'a' || char(0) || 'b'", "'007'", "'7'", "'1e3'", "'NULL'", "char(0x1F600)", "char(0xFFFF)",
            "'e' || char(0x301)", "char(0xE9)", "'a'", "'A'", "'a '", "char(34, 39, 92, 10)", "'{\"Name\":1}'", "replace(hex(zeroblob(100000)), '0', 'x')",
        ];
        foreach (var key in keys)
        {
            chain.First.Execute($"INSERT INTO Word VALUES ({key}, 'first')");
        }

        var (up, _) = await chain.PassAsync(options);
        Assert.Empty(up.Notes);
        await AssertEqualAsync(chain, keys.Length, options);
        chain.Last.Execute("UPDATE Word SET Text = 'second'");
        await AssertEqualAsync(chain, keys.Length, options);
        chain.Last.Execute("DELETE FROM Word WHERE length(CAST(Name AS BLOB)) % 2 = 0");
        await AssertEqualAsync(chain, chain.Last.Rows("SELECT 1 FROM Word").Count, options);
        chain.First.Execute("DELETE FROM Word");
        await AssertEqualAsync(chain, 0, options);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_is_no_key_is_reported_and_stays(SyncRole role, int batch)
    {
        const string Table = "CREATE TABLE Word (Name BLOB NOT NULL PRIMARY KEY, Text TEXT)";
        await using var chain = await Chain.CreateAsync(WordScope.Sqlite, role, Table, Table, Table);
        var options = new SyncOptions { BatchBytesMax = batch };
        string[] odd = ["CAST(X'FF41' AS TEXT)", "CAST(X'EDA080' AS TEXT)", "X'41'", "7", "7.5", "X''"];
        foreach (var key in odd)
        {
            chain.First.Execute($"INSERT INTO Word VALUES ({key}, 'odd')");
        }

        chain.First.Execute("INSERT INTO Word VALUES ('A', 'good'), ('7', 'good'), ('', 'good')");
        var (up, _) = await chain.PassAsync(options);
        Assert.Equal(odd.Length, up.Notes.Count);
        Assert.All(up.Notes, note => Assert.Equal(SyncErrorCode.UnreadableValue, note.Code));
        await chain.AssertQuietAsync(options);
        Assert.Equal(["|good", "7|good", "A|good"], chain.Last.Rows("SELECT Name, Text FROM Word ORDER BY Name"));
        Assert.Equal(9, chain.First.Rows("SELECT hex(Name) FROM Word").Count);

        // Corrected, they travel; deleted, they were never there for the others.
        chain.First.Execute("UPDATE Word SET Name = 'corrected' WHERE Name = CAST(X'FF41' AS TEXT); DELETE FROM Word WHERE Text = 'odd' AND Name <> 'corrected'");
        await chain.PassAsync(options);
        await chain.AssertQuietAsync(options);
        Assert.Equal(["|good", "7|good", "A|good", "corrected|odd"], chain.Last.Rows("SELECT Name, Text FROM Word ORDER BY Name"));
        Assert.Empty((await chain.PassAsync(options)).Up.Notes);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Parts_of_a_key_may_be_hostile(SyncRole role, int batch)
    {
        await using var chain = await Chain.CreateAsync(PlaceScope.Sqlite, role);
        var options = new SyncOptions { BatchBytesMax = batch };
        chain.First.Execute($"""
            INSERT INTO Place VALUES (char(0), {int.MinValue}, 'a'), (char(0), {int.MaxValue}, 'b'), ('', 0, 'c'), ('', -1, 'd');
            INSERT INTO Place VALUES ('out of range', 2147483648, 'odd'), ('real', 1.5, 'odd'), (CAST(X'FF' AS TEXT), 1, 'odd')
            """);
        var (up, _) = await chain.PassAsync(options);
        Assert.Equal(3, up.Notes.Count);
        await chain.AssertQuietAsync(options);
        chain.Last.Execute("UPDATE Place SET Number = Number + 1 WHERE Number = -2147483648; UPDATE Place SET Number = 10 WHERE Text = 'd'; DELETE FROM Place WHERE Text = 'b'");
        await chain.PassAsync(options);
        await chain.AssertQuietAsync(options);
        Assert.Equal(["00|-2147483647|a", "|10|d"], chain.First.Rows("SELECT hex(Country), Number, Text FROM Place WHERE Text IN ('a', 'b', 'd') ORDER BY Text"));
    }

    private static async Task AssertEqualAsync(Chain chain, int count, SyncOptions options)
    {
        await chain.PassAsync(options);
        await chain.AssertQuietAsync(options);
        var rows = Stored.Of(chain.First, "Word", "Name", "Text");
        Assert.Equal(count, rows.Count);
        Assert.Equal(rows, Stored.Of(chain.Hub, "Word", "Name", "Text"));
        Assert.Equal(rows, Stored.Of(chain.Last, "Word", "Name", "Text"));
    }
}
