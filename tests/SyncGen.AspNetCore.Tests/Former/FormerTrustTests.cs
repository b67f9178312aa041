using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using SyncGen.AspNetCore.Tests.Former.Later;
using SyncGen.Model;
using SyncGen.OData.Compact;
using SyncGen.Providers;
using SyncGen.Sqlite;
using SyncGen.Testing;
using SyncGen.Versions;

namespace SyncGen.AspNetCore.Tests.Former;

/// <summary>Whom a service takes for a client of an earlier model, the store says, and not the client.</summary>
public sealed class FormerTrustTests
{
    [Fact]
    public async Task Client_of_a_model_that_the_store_does_not_know_is_told_which_side_to_bring_up_to_date()
    {
        await using var depot = await Depot.StartAsync(former: ScopeDescription.Of(Earlier.DepotScope.Definition) with { Fingerprint = "0000000000000000" });
        await using var old = await Device.EarlierAsync(depot);

        var error = await Assert.ThrowsAsync<SyncException>(old.SynchronizeAsync);

        Assert.Equal(SyncErrorCode.ModelMismatch, error.Code);
        Assert.Contains("If the client is newer, bring the service up to date", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(depot.Log.Entries, entry => entry.StartsWith("Information", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Known_model_is_looked_up_once_and_an_unknown_one_is_not_kept()
    {
        await using var depot = await Depot.StartAsync();
        await using var old = await Device.EarlierAsync(depot);
        old.Run("INSERT INTO Crate VALUES (1, 'one', 10, NULL, 'x', 1.5, NULL)");
        await old.SynchronizeAsync();
        await old.SynchronizeAsync();
        Assert.Equal([Earlier.DepotScope.Definition.Fingerprint], depot.Asked);

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.Conflict, await SendAsync(depot, "ffffffffffffffff"));
        }

        Assert.Equal(4, depot.Asked.Count);
        Assert.Equal(HttpStatusCode.Conflict, await SendAsync(depot, new string('f', 100_000)));
        Assert.Equal(4, depot.Asked.Count);
    }

    [Fact]
    public async Task Session_of_an_older_client_is_one_entry_in_the_log()
    {
        await using var depot = await Depot.StartAsync(configure: options => options.BatchBytesMax = 500);
        await using var old = await Device.EarlierAsync(depot);
        await using var young = await Device.LaterAsync(depot);
        young.Run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100) INSERT INTO Crate SELECT i, i, i, 'Plain', '', i, 'l', 't' FROM n");
        await young.SynchronizeAsync();
        Assert.Empty(depot.Log.Entries);

        await old.SynchronizeAsync();
        Assert.Equal($"Information 5 A client came that has the earlier model {Earlier.DepotScope.Definition.Fingerprint} of scope depot: it is served as that.", Assert.Single(depot.Log.Entries));
        old.Run("UPDATE Crate SET Title = 'old'");
        await old.SynchronizeAsync();
        await old.SynchronizeAsync();
        Assert.Equal(3, depot.Log.Entries.Count);
    }

    [Fact]
    public async Task Key_that_has_changed_is_a_refusal()
    {
        var former = ScopeDescription.Of(Earlier.DepotScope.Definition);
        await using var depot = await Depot.StartAsync(former: former with { Tables = [.. former.Tables.Select(table => table.Name == "Slot" ? table with { KeyLength = 1 } : table)] });
        await using var old = await Device.EarlierAsync(depot);

        var error = await Assert.ThrowsAsync<SyncException>(old.SynchronizeAsync);

        Assert.Equal(SyncErrorCode.ModelMismatch, error.Code);
        Assert.Contains("The key of table Slot has changed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Peer_of_an_earlier_model_is_refused()
    {
        await using var depot = await Depot.StartAsync(configure: options => options.AdmitsPeer = _ => true);
        using var folder = new TemporaryFolder();
        await using var peer = Earlier.DepotScope.Sqlite($"Data Source={folder.File("peer.db")}", SyncRole.Peer);
        await peer.ProvisionAsync();
        await using var hub = new Http.HttpProvider(Earlier.DepotScope.Definition, depot.Address);

        var error = await Assert.ThrowsAsync<SyncException>(() => SyncOrchestrator.Between(peer, hub).SynchronizeAsync());

        Assert.Equal(SyncErrorCode.ModelMismatch, error.Code);
        Assert.Contains("migrate the store of the peer, which is the older one", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_in_another_form_than_that_of_the_model_that_is_named_are_malformed()
    {
        await using var depot = await Depot.StartAsync();
        var crates = (SyncTable<Crate>)DepotScope.Definition.Tables.Single(table => table.RowType == typeof(Crate));
        var batch = new EditBatch([new TableEdits<Crate>(crates) { Edits = { new(new Crate { Id = 1 }, false, 1, 1, 0) } }], 1, 0);

        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(depot, Earlier.DepotScope.Definition.Fingerprint, batch));
        Assert.Equal(HttpStatusCode.Conflict, await SendAsync(depot, "ffffffffffffffff", batch));
        Assert.Empty(depot.Database.Read("""SELECT "Id" FROM "Crate" """));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(depot, DepotScope.Definition.Fingerprint, batch));
    }

    private static async Task<HttpStatusCode> SendAsync(Depot depot, string fingerprint, EditBatch? batch = null)
    {
        var leaf = new LeafState(ReplicaId.Read(Guid.NewGuid().ToByteArray()), default, 1, 0, 0, fingerprint);
        var message = new ArrayBufferWriter<byte>();
        if (batch is null)
        {
            CompactFormat.Write(message, new DownloadCall(leaf, null));
        }
        else
        {
            CompactFormat.Write(message, DepotScope.Definition, new UploadCall(leaf, batch));
        }

        using var http = new HttpClient();
        using var content = new ByteArrayContent(message.WrittenSpan.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue(CompactFormat.MediaType);
        using var answer = await http.PostAsync(new Uri(depot.Address, $"depot/{(batch is null ? "DownloadChanges" : "UploadChanges")}"), content);
        return answer.StatusCode;
    }
}
