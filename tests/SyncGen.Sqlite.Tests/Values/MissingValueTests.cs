using SyncGen.Sqlite.Tests.Model.Shop;

namespace SyncGen.Sqlite.Tests.Values;

/// <summary>NULL where the model requires a value, which tables of the application may allow.</summary>
public sealed class MissingValueTests
{
    [Theory]
    [InlineData(SyncRole.Leaf)]
    [InlineData(SyncRole.Peer)]
    public async Task Null_in_a_required_column_is_reported(SyncRole role)
    {
        const string Table = "CREATE TABLE Customer (Id INTEGER PRIMARY KEY, Name TEXT, Code TEXT, Rank INTEGER)";
        await using var chain = await Chain.CreateAsync(ShopScope.Sqlite, role, Table, Table, Table);
        chain.First.Execute("INSERT INTO Customer VALUES (1, NULL, 'x', 1), (2, 'b', NULL, NULL)");
        var note = Assert.Single((await chain.PassAsync()).Up.Notes);
        Assert.Equal((SyncErrorCode.UnreadableValue, """{"Id":1}"""), (note.Code, note.Key));
        Assert.Contains("'Customer.Name'", note.Message, StringComparison.Ordinal);
        await chain.AssertQuietAsync();
        Assert.Equal(["2|b"], chain.Last.Rows("SELECT Id, Name FROM Customer"));

        // A row that travelled and then loses its value stays as it was elsewhere; the other side's later write is no loss.
        chain.First.Execute("UPDATE Customer SET Name = 'a' WHERE Id = 1; UPDATE Customer SET Name = NULL WHERE Id = 2");
        await chain.PassAsync();
        await chain.AssertQuietAsync();
        Assert.Equal(["1|a", "2|b"], chain.Last.Rows("SELECT Id, Name FROM Customer"));
        chain.Last.Execute("UPDATE Customer SET Rank = 9 WHERE Id = 2");
        await chain.PassAsync();
        await chain.AssertQuietAsync();
        chain.First.Execute("UPDATE Customer SET Name = 'B' WHERE Id = 2 AND Name IS NULL");
        await chain.PassAsync();
        await chain.AssertQuietAsync();
        Assert.Equal(chain.Hub.Rows("SELECT * FROM Customer"), chain.First.Rows("SELECT * FROM Customer"));
        Assert.Equal(chain.Hub.Rows("SELECT * FROM Customer"), chain.Last.Rows("SELECT * FROM Customer"));
    }
}
