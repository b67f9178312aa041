using System.Globalization;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Policies;
using SyncGen.Testing;
using SyncGen.Testing.Servers;

namespace SyncGen.Providers.Specification;

/// <summary>A server that is killed in mid-session and comes back: sessions say that it is away, in SyncGen's words and nobody else's, and go on where they were.</summary>
/// <param name="start">Starts a server that survives crashes.</param>
public abstract class CrashSpecification(Func<Task<DatabaseServer>> start)
{
    private const int Crashes = 8;
    private const int Rows = 40;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>The server is killed at random moments of sessions; every failure is one that a session may be tried again after.</summary>
    [SpecificationFact]
    public virtual async Task Sessions_go_on_when_their_server_is_back()
    {
        var random = new Random(20261130);
        await using var server = await start();
        var hub = await StoreDatabase.CreateAsync(server);
        await using var client = await StoreDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var hubStore = hub.Open(LatestScope.Stores, SyncRole.Peer);
        await using var clientStore = client.Open(LatestScope.Stores, SyncRole.Leaf);
        await hubStore.ProvisionAsync();
        await clientStore.ProvisionAsync();
        var written = 0;
        for (var crash = 0; crash < Crashes; crash++)
        {
            await AddAsync(hub, written);
            await AddAsync(client, written + Rows);
            written += 2 * Rows;
            var sessions = Task.Run(() => FailureOfAsync(clientStore, hubStore));
            await Task.Delay(random.Next(150));
            await server.CrashAsync();

            var failure = await sessions.WaitAsync(s_patience);

            Assert.True(failure is SyncException { IsTransient: true }, $"Crash {crash}: {failure}");
            await server.RestartAsync();
            await SyncOrchestrator.Between(clientStore, hubStore).SynchronizeAsync();
        }

        var expected = written.ToString(CultureInfo.InvariantCulture);
        foreach (var store in new[] { client, hub })
        {
            Assert.Equal(expected, await store.ScalarAsync("""SELECT count(*) FROM "Entry" """));
        }
    }

    private static async Task<Exception> FailureOfAsync(SyncProvider client, SyncProvider hub)
    {
        try
        {
            while (true)
            {
                await SyncOrchestrator.Between(client, hub).SynchronizeAsync(new SyncOptions { BatchBytesMax = 1_000 });
            }
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private static async Task AddAsync(StoreDatabase database, int first)
    {
        await using var connection = await database.ConnectAsync();
        for (var id = first; id < first + Rows; id++)
        {
            await connection.ExecuteAsync($"""INSERT INTO "Entry" ("Id", "Text") VALUES ({id + 1}, 'text')""");
        }
    }
}
