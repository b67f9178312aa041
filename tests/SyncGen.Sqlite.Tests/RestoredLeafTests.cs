using Microsoft.Data.Sqlite;
using SyncGen.Sqlite.Tests.Model;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests;

/// <summary>Hubs and leaves whose files were put back from a backup, or copied, with ticks that look as if nothing had happened.</summary>
public sealed class RestoredLeafTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_restored_hub_gets_back_what_it_had_confirmed()
    {
        await SynchronizeAsync("leaf.db");
        Write("leaf.db", "before");
        await SynchronizeAsync("leaf.db");
        Copy("hub.db", "backup.db");
        Write("leaf.db", "confirmed and lost");
        Execute("leaf.db", "UPDATE TodoList SET Name = 'before, edited' WHERE Name = 'before'");
        await SynchronizeAsync("leaf.db");
        Copy("backup.db", "hub.db");
        Write("hub.db", "after the restore");
        Write("hub.db", "and another");

        var result = await SynchronizeAsync("leaf.db");
        await SynchronizeAsync("leaf.db");

        Assert.NotEmpty(result.IdentityResets);
        string[] all = ["after the restore", "and another", "before, edited", "confirmed and lost"];
        Assert.Equal(all, Names("hub.db"));
        Assert.Equal(all, Names("leaf.db"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_restored_hub_gets_back_what_it_had_confirmed_though_the_leaf_has_read_nothing_since(bool hadMet)
    {
        await SynchronizeAsync("leaf.db", SyncOrder.Upload);
        Write("leaf.db", "first");
        Write("hub.db", "other");
        await SynchronizeAsync("leaf.db", hadMet ? SyncOrder.UploadDownload : SyncOrder.Upload);
        Copy("hub.db", "backup.db");
        Write("leaf.db", "confirmed and lost");
        await SynchronizeAsync("leaf.db", SyncOrder.Upload);
        Copy("backup.db", "hub.db");
        Write("hub.db", "after the restore");
        Write("hub.db", "and another");
        Write("hub.db", "and a third");

        await SynchronizeAsync("leaf.db");
        await SynchronizeAsync("leaf.db");

        string[] all = ["after the restore", "and a third", "and another", "confirmed and lost", "first", "other"];
        Assert.Equal(all, Names("hub.db"));
        Assert.Equal(all, Names("leaf.db"));
    }

    [Fact]
    public async Task A_restored_leaf_loses_neither_what_it_wrote_before_nor_after()
    {
        await SynchronizeAsync("leaf.db");
        Write("leaf.db", "before");
        await SynchronizeAsync("leaf.db");
        Copy("leaf.db", "backup.db");
        Write("leaf.db", "confirmed");
        await SynchronizeAsync("leaf.db");
        Copy("backup.db", "leaf.db");
        Write("leaf.db", "after the restore");

        await SynchronizeAsync("leaf.db");

        string[] all = ["after the restore", "before", "confirmed"];
        Assert.Equal(all, Names("hub.db"));
        Assert.Equal(all, Names("leaf.db"));
    }

    [Fact]
    public async Task A_copied_leaf_becomes_a_leaf_of_its_own()
    {
        await SynchronizeAsync("leaf.db");
        Write("leaf.db", "common");
        await SynchronizeAsync("leaf.db");
        Copy("leaf.db", "copy.db");
        Execute("leaf.db", "UPDATE TodoList SET Name = 'by the first'");
        Execute("copy.db", "UPDATE TodoList SET Name = 'by the copy'");
        Write("leaf.db", "first");
        Write("copy.db", "copy");

        await SynchronizeAsync("leaf.db");
        var result = await SynchronizeAsync("copy.db");
        await SynchronizeAsync("leaf.db");

        Assert.True(result.HasConflicts);
        Assert.NotEmpty(result.IdentityResets);
        Assert.Equal(Names("hub.db"), Names("leaf.db"));
        Assert.Equal(Names("hub.db"), Names("copy.db"));
        Assert.Contains("copy", Names("hub.db"));
        Assert.Contains("first", Names("hub.db"));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<SyncResult> SynchronizeAsync(string file, SyncOrder order = SyncOrder.UploadDownload)
    {
        await using var leaf = TodoScope.Sqlite($"Data Source={_folder.PathOf(file)}");
        await using var hub = TodoScope.Sqlite($"Data Source={_folder.PathOf("hub.db")}", SyncRole.Peer);
        return await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync(new SyncOptions { Order = order });
    }

    private void Copy(string from, string to)
    {
        SqliteConnection.ClearAllPools();
        File.Copy(_folder.PathOf(from), _folder.PathOf(to), overwrite: true);
    }

    private void Write(string file, string name)
    {
        using var data = new Database(_folder.PathOf(file));
        data.Execute("INSERT INTO TodoList VALUES (@id, @name)", ("@id", Guid.NewGuid()), ("@name", name));
    }

    private void Execute(string file, string sql)
    {
        using var data = new Database(_folder.PathOf(file));
        data.Execute(sql);
    }

    private IReadOnlyList<string> Names(string file)
    {
        using var data = new Database(_folder.PathOf(file));
        return data.Rows("SELECT Name FROM TodoList ORDER BY Name");
    }
}
