using SyncGen.Sqlite.Tests.Model;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests;

/// <summary>A hook that changes the rows it is handed changes nothing but what it returns.</summary>
public sealed class ConflictHookTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(SyncRole.Leaf, "merge", "incoming and merge", """{"Id":1,"Text":"incoming"}|{"Id":1,"Text":"merge"}""")]
    [InlineData(SyncRole.Peer, "merge", "incoming and merge", """{"Id":1,"Text":"incoming"}|{"Id":1,"Text":"merge"}""")]
    [InlineData(SyncRole.Leaf, "take", "incoming", """{"Id":1,"Text":"take"}""")]
    [InlineData(SyncRole.Peer, "take", "incoming", """{"Id":1,"Text":"take"}""")]
    public async Task A_row_that_is_changed_in_place_stays_as_it_was_written(SyncRole role, string decision, string outcome, string losers)
    {
        await using var client = RemarkScope.Sqlite($"Data Source={_folder.PathOf("client.db")}", role);
        await using var hub = RemarkScope.Sqlite($"Data Source={_folder.PathOf("hub.db")}", SyncRole.Peer);
        var sessions = SyncOrchestrator.Between(client, hub);
        await sessions.SynchronizeAsync();
        using var clientData = new Database(_folder.PathOf("client.db"));
        using var hubData = new Database(_folder.PathOf("hub.db"));
        clientData.Execute("INSERT INTO Remark VALUES (1, 'incoming')");
        hubData.Execute("INSERT INTO Remark VALUES (1, @text)", ("@text", decision));

        await sessions.SynchronizeAsync();

        Assert.Equal([outcome], hubData.Rows("SELECT Text FROM Remark"));
        Assert.Equal([outcome], clientData.Rows("SELECT Text FROM Remark"));
        Assert.Equal(losers, string.Join('|', hubData.Rows("SELECT loser_row FROM syncgen_remarks_conflict ORDER BY id")));
    }

    public void Dispose() => _folder.Dispose();
}
