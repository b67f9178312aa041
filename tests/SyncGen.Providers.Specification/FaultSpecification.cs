using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Policies;
using SyncGen.Testing;

namespace SyncGen.Providers.Specification;

/// <summary>Connections that break at any time: nothing is lost or doubled, and the next session goes on.</summary>
public abstract class FaultSpecification(DatabaseKind kind) : ProviderSpecification(kind)
{
    private const string Content = """SELECT "Id", "Code", "Text" FROM "Entry" ORDER BY "Id" """;

    /// <summary>A connection that was broken between two sessions does not fail the next one.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task A_connection_that_broke_between_sessions_is_opened_again(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite, role);
        await pair.SettleAsync();
        await pair.Hub.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (1, 'a')""");
        await pair.Hub.BreakConnectionsAsync();

        await pair.SyncAsync();

        Assert.Equal(await pair.Hub.RowsAsync(Content), await pair.Client.RowsAsync(Content));
    }

    /// <summary>Connections break again and again while rows travel both ways.</summary>
    [SpecificationTheory]
    [MemberData(nameof(Clients))]
    public virtual async Task Connections_that_break_lose_nothing(bool isSqlite, SyncRole role)
    {
        await using var pair = await CreateAsync(LatestScope.Stores, isSqlite, role);
        await pair.SettleAsync();
        var options = new SyncOptions { BatchBytesMax = 2_000, TransientRetriesMax = 0 };
        using var stop = new CancellationTokenSource();
        var breaking = Task.Run(async () =>
        {
            var broken = 0;
            while (!stop.IsCancellationRequested)
            {
                await Task.Delay(Random.Shared.Next(5, 120));
                broken += await pair.Hub.BreakConnectionsAsync();
            }

            return broken;
        });
        var failed = 0;
        for (var round = 0; round < 15; round++)
        {
            for (var i = 0; i < 20; i++)
            {
                var id = round * 20 + i;
                await pair.Hub.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (@id, 'hub')""", ("@id", id));
                await pair.Client.ExecuteAsync("""INSERT INTO "Entry" ("Id", "Text") VALUES (@id, 'client')""", ("@id", 10_000 + id));
            }

            try
            {
                await pair.SyncAsync(options);
            }
            catch (SyncException broken) when (broken.Code == SyncErrorCode.StoreUnavailable)
            {
                failed++;
            }
        }

        await stop.CancelAsync();
        var count = await breaking;
        await pair.SettleAsync();

        Assert.Equal(Kind == DatabaseKind.Sqlite, count == 0);
        Assert.Equal(Kind == DatabaseKind.Sqlite, failed == 0);
        Assert.Equal("600", await pair.Hub.ScalarAsync("""SELECT count(*) FROM "Entry" """));
        Assert.Equal(await pair.Hub.RowsAsync(Content), await pair.Client.RowsAsync(Content));
        Assert.Empty(await pair.Hub.RowsAsync("SELECT id FROM syncgen_latest_conflict"));
    }
}
