using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Files;

/// <summary>A page in the middle of a table is damaged.</summary>
public sealed class DamagedFileTests
{
    private const string Customers = "SELECT Id, Name, Code FROM Customer ORDER BY Id";

    [Theory]
    [InlineData(SyncRole.Leaf, true, 1)]
    [InlineData(SyncRole.Leaf, true, 1 << 20)]
    [InlineData(SyncRole.Peer, true, 1)]
    [InlineData(SyncRole.Peer, true, 1 << 20)]
    [InlineData(SyncRole.Leaf, false, 1 << 20)]
    [InlineData(SyncRole.Peer, false, 1 << 20)]
    public async Task The_session_says_so_and_goes_on_when_the_file_is_whole_again(SyncRole role, bool clientIsDamaged, int batch)
    {
        await using var stores = await StorePair.CreateAsync(ShopScope.Sqlite, role: role);
        var damaged = clientIsDamaged ? stores.Client : stores.Hub;
        damaged.Execute("""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
            INSERT INTO Customer SELECT i, 'row ' || i, hex(zeroblob(1000)), i FROM n
            """);
        var whole = await File.ReadAllBytesAsync(damaged.Path);
        // Not the schema's page, nor the root of a table: one of those that hold rows.
        var page = LeafPageOf(whole, "row 40");
        var broken = whole.ToArray();
        broken.AsSpan(page * 4096, 4096).Fill(0xA5);
        Overwrite(damaged.Path, broken);

        var options = new SyncOptions { BatchBytesMax = batch };
        await using var client = stores.OpenClient();
        await using var hub = stores.OpenHub();
        var error = await Assert.ThrowsAsync<SyncException>(() => SyncOrchestrator.Between(client, hub).SynchronizeAsync(options));
        Assert.Equal(SyncErrorCode.StoreCorrupt, error.Code);
        Assert.Contains(clientIsDamaged ? "'client.db'" : "'hub.db'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Restore it from a backup", error.Message, StringComparison.Ordinal);
        Invariants.Check(clientIsDamaged ? stores.Hub : stores.Client);

        Overwrite(damaged.Path, whole);
        var sessions = SyncOrchestrator.Between(client, hub);
        await sessions.SynchronizeAsync(options);
        await sessions.SynchronizeAsync(options);
        using var clientNow = new Database(stores.Client.Path);
        using var hubNow = new Database(stores.Hub.Path);
        Assert.Equal(60, hubNow.Rows(Customers).Count);
        Assert.Equal(hubNow.Rows(Customers), clientNow.Rows(Customers));
    }

    private static int LeafPageOf(byte[] file, string text) => file.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) / 4096;

    private static void Overwrite(string path, byte[] bytes)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Write(bytes);
        file.SetLength(bytes.Length);
        // The change counter in the header: other connections must not trust what they remember.
        file.Position = 24;
        file.Write([0, 0, (byte)Random.Shared.Next(256), (byte)Random.Shared.Next(256)]);
    }
}
