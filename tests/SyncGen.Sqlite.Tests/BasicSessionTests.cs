using SyncGen.Sqlite.Tests.Model;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests;

public sealed class BasicSessionTests : IDisposable
{
    private const string Items = "SELECT Id, ListId, Title, Done, Cost FROM TodoItem ORDER BY Id";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<SyncRole> Roles => [SyncRole.Leaf, SyncRole.Peer];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Rows_travel_both_ways(SyncRole role)
    {
        await using var local = TodoScope.Sqlite($"Data Source={_folder.PathOf("local.db")}", role);
        await using var hub = TodoScope.Sqlite($"Data Source={_folder.PathOf("hub.db")}", SyncRole.Peer);
        await local.ProvisionAsync();
        await hub.ProvisionAsync();
        using var localData = new Database(_folder.PathOf("local.db"));
        using var hubData = new Database(_folder.PathOf("hub.db"));
        var (a, b) = (Guid.NewGuid(), Guid.NewGuid());
        hubData.Execute("INSERT INTO TodoList VALUES (@id, 'from hub')", ("@id", a));
        hubData.Execute("INSERT INTO TodoItem VALUES (@id, @list, 'one', 1, '1.5')", ("@id", Guid.NewGuid()), ("@list", a));
        localData.Execute("INSERT INTO TodoList VALUES (@id, 'from local')", ("@id", b));
        localData.Execute("INSERT INTO TodoItem VALUES (@id, @list, 'two', 0, NULL)", ("@id", Guid.NewGuid()), ("@list", b));

        var sessions = SyncOrchestrator.Between(local, hub);
        var first = await sessions.SynchronizeAsync();
        Assert.Equal(2, localData.Rows(Items).Count);
        Assert.Equal(localData.Rows(Items), hubData.Rows(Items));

        localData.Execute("UPDATE TodoItem SET Title = Title || '!' WHERE Title = 'one'");
        hubData.Execute("DELETE FROM TodoItem WHERE Title = 'two'");
        await sessions.SynchronizeAsync();
        Assert.Single(localData.Rows(Items));
        Assert.Contains("one!", localData.Rows(Items)[0], StringComparison.Ordinal);
        Assert.Equal(localData.Rows(Items), hubData.Rows(Items));
        Assert.False(first.HasConflicts);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_conflict_is_settled_and_its_loser_logged(SyncRole role)
    {
        await using var local = TodoScope.Sqlite($"Data Source={_folder.PathOf("local.db")}", role);
        await using var hub = TodoScope.Sqlite($"Data Source={_folder.PathOf("hub.db")}", SyncRole.Peer);
        await local.ProvisionAsync();
        await hub.ProvisionAsync();
        using var localData = new Database(_folder.PathOf("local.db"));
        using var hubData = new Database(_folder.PathOf("hub.db"));
        hubData.Execute("INSERT INTO TodoList VALUES (@id, 'list')", ("@id", Guid.NewGuid()));
        var sessions = SyncOrchestrator.Between(local, hub);
        await sessions.SynchronizeAsync();

        hubData.Execute("UPDATE TodoList SET Name = 'hub'");
        await Task.Delay(5);
        localData.Execute("UPDATE TodoList SET Name = 'local'");
        var result = await sessions.SynchronizeAsync();

        Assert.True(result.HasConflicts);
        Assert.Equal(["local"], hubData.Rows("SELECT Name FROM TodoList"));
        Assert.Equal(["local"], localData.Rows("SELECT Name FROM TodoList"));
        Assert.Contains("\"hub\"", hubData.Rows("SELECT loser_row FROM syncgen_todo_conflict").Single(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
