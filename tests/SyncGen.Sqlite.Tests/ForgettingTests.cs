using SyncGen.Sqlite.Tests.Model;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests;

public sealed class ForgettingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_leaf_that_missed_a_forgotten_delete_reconciles()
    {
        await using var leaf = Open("leaf.db", SyncRole.Leaf);
        await using var hub = Open("hub.db", SyncRole.Peer);
        await leaf.ProvisionAsync();
        await hub.ProvisionAsync();
        using var leafData = new Database(_folder.PathOf("leaf.db"));
        using var hubData = new Database(_folder.PathOf("hub.db"));
        Insert(hubData, "keeps", "goes", "edited");

        var sessions = SyncOrchestrator.Between(leaf, hub);
        await sessions.SynchronizeAsync();
        hubData.Execute("DELETE FROM TodoList WHERE Name IN ('goes')");
        Insert(leafData, "from leaf");
        leafData.Execute("UPDATE TodoList SET Name = 'edited!' WHERE Name = 'edited'");
        Assert.Equal(1, await hub.ForgetAsync(TimeSpan.Zero));
        Assert.Empty(hubData.Rows("SELECT 1 FROM syncgen_todo_TodoList_track WHERE deleted"));

        await sessions.SynchronizeAsync();

        Assert.Equal(["edited!", "from leaf", "keeps"], leafData.Rows("SELECT Name FROM TodoList ORDER BY Name"));
        Assert.Equal(["edited!", "from leaf", "keeps"], hubData.Rows("SELECT Name FROM TodoList ORDER BY Name"));
    }

    [Fact]
    public async Task Peers_forget_what_all_know_and_an_expelled_one_starts_again()
    {
        await using var a = Open("a.db", SyncRole.Peer);
        await using var b = Open("b.db", SyncRole.Peer);
        await a.ProvisionAsync();
        await b.ProvisionAsync();
        using var dataOfA = new Database(_folder.PathOf("a.db"));
        using var dataOfB = new Database(_folder.PathOf("b.db"));
        Insert(dataOfA, "keeps", "goes");

        var sessions = SyncOrchestrator.Between(b, a);
        await sessions.SynchronizeAsync();
        dataOfA.Execute("DELETE FROM TodoList WHERE Name = 'goes'");
        Insert(dataOfB, "unsent");
        await using (var patient = Open("a.db", SyncRole.Peer))
        {
            Assert.Equal(0, await patient.ForgetAsync(TimeSpan.FromDays(1)));
            Assert.Equal(1, await patient.ForgetAsync(TimeSpan.Zero));
        }

        var result = await sessions.SynchronizeAsync();
        await sessions.SynchronizeAsync();

        Assert.NotEmpty(result.Restarts);
        Assert.Equal(["keeps", "unsent"], dataOfA.Rows("SELECT Name FROM TodoList ORDER BY Name"));
        Assert.Equal(["keeps", "unsent"], dataOfB.Rows("SELECT Name FROM TodoList ORDER BY Name"));
    }

    [Fact]
    public async Task An_expelled_peer_keeps_what_it_has_from_third_stores()
    {
        await using var a = Open("a.db", SyncRole.Peer);
        await using var b = Open("b.db", SyncRole.Peer);
        await using var c = Open("c.db", SyncRole.Peer);
        await a.ProvisionAsync();
        await b.ProvisionAsync();
        await c.ProvisionAsync();
        using var dataOfA = new Database(_folder.PathOf("a.db"));
        using var dataOfB = new Database(_folder.PathOf("b.db"));
        using var dataOfC = new Database(_folder.PathOf("c.db"));
        Insert(dataOfA, "keeps", "goes", "edited");

        await SyncOrchestrator.Between(b, a).SynchronizeAsync();
        await SyncOrchestrator.Between(c, b).SynchronizeAsync();
        Insert(dataOfC, "from a third");
        dataOfC.Execute("UPDATE TodoList SET Name = 'edited by a third' WHERE Name = 'edited'");
        await SyncOrchestrator.Between(c, b).SynchronizeAsync();
        dataOfA.Execute("DELETE FROM TodoList WHERE Name = 'goes'");
        Assert.Equal(1, await a.ForgetAsync(TimeSpan.Zero));

        var result = await SyncOrchestrator.Between(b, a).SynchronizeAsync();

        Assert.NotEmpty(result.Restarts);
        Assert.False(result.HasConflicts);
        string[] all = ["edited by a third", "from a third", "keeps"];
        Assert.Equal(all, dataOfA.Rows("SELECT Name FROM TodoList ORDER BY Name"));
        Assert.Equal(all, dataOfB.Rows("SELECT Name FROM TodoList ORDER BY Name"));
    }

    [Fact]
    public async Task A_peer_that_starts_again_gives_nothing_before_it_has_read_everything()
    {
        await using var a = Open("a.db", SyncRole.Peer);
        await using var b = Open("b.db", SyncRole.Peer);
        await a.ProvisionAsync();
        await b.ProvisionAsync();
        using var dataOfA = new Database(_folder.PathOf("a.db"));
        using var dataOfB = new Database(_folder.PathOf("b.db"));
        Insert(dataOfA, "first", "last");

        Insert(dataOfB, "goes");
        var sessions = SyncOrchestrator.Between(b, a);
        var rowByRow = new SyncOptions { BatchBytesMax = 1 };
        await sessions.SynchronizeAsync();
        Insert(dataOfB, "unsent");
        dataOfA.Execute("DELETE FROM TodoList WHERE Name = 'goes'");
        Assert.Equal(1, await a.ForgetAsync(TimeSpan.Zero));
        using (var within = new Break(batches: 1))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sessions.SynchronizeAsync(rowByRow, within, within.Token));
        }

        await sessions.SynchronizeAsync(rowByRow);
        await sessions.SynchronizeAsync();

        string[] all = ["first", "last", "unsent"];
        Assert.Equal(all, dataOfA.Rows("SELECT Name FROM TodoList ORDER BY Name"));
        Assert.Equal(all, dataOfB.Rows("SELECT Name FROM TodoList ORDER BY Name"));
    }

    [Fact]
    public async Task A_peer_restored_from_a_backup_takes_a_new_identity_and_loses_nothing()
    {
        await using (var setUp = Open("a.db", SyncRole.Peer))
        {
            await setUp.ProvisionAsync();
        }

        await using var b = Open("b.db", SyncRole.Peer);
        await b.ProvisionAsync();
        using var dataOfB = new Database(_folder.PathOf("b.db"));
        Write("before");
        await SynchronizeAsync(b);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Copy(_folder.PathOf("a.db"), _folder.PathOf("backup.db"));
        Write("after the backup");
        await SynchronizeAsync(b);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Copy(_folder.PathOf("backup.db"), _folder.PathOf("a.db"), overwrite: true);
        Write("after the restore");

        var result = await SynchronizeAsync(b);

        Assert.NotEmpty(result.IdentityResets);
        using var dataOfA = new Database(_folder.PathOf("a.db"));
        string[] all = ["after the backup", "after the restore", "before"];
        Assert.Equal(all, dataOfA.Rows("SELECT Name FROM TodoList ORDER BY Name"));
        Assert.Equal(all, dataOfB.Rows("SELECT Name FROM TodoList ORDER BY Name"));
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string name)
    {
        using var data = new Database(_folder.PathOf("a.db"));
        Insert(data, name);
    }

    private static void Insert(Database data, params string[] names)
    {
        foreach (var name in names)
        {
            data.Execute("INSERT INTO TodoList VALUES (@id, @name)", ("@id", Guid.NewGuid()), ("@name", name));
        }
    }

    private async Task<SyncResult> SynchronizeAsync(SqliteProvider b)
    {
        await using var a = Open("a.db", SyncRole.Peer);
        return await SyncOrchestrator.Between(a, b).SynchronizeAsync();
    }

    private SqliteProvider Open(string file, SyncRole role) => TodoScope.Sqlite($"Data Source={_folder.PathOf(file)}", role);
}
