using System.Globalization;
using SyncGen.AspNetCore.Tests.Service;
using SyncGen.Providers;
using SyncGen.Relational;
using SyncGen.Relational.Migrations;
using SyncGen.Testing;
using Xunit.Abstractions;

namespace SyncGen.AspNetCore.Tests.Former;

/// <summary>
/// A later version comes to a hub while its clients are offline with edits of theirs, and to the clients one after the other, over a network that loses
/// things, and while other programs write to the hub: all go on, all end with the same rows, and nothing that anybody wrote goes without a trace.
/// </summary>
public sealed class RolloutTests(ITestOutputHelper output)
{
    private const int Workers = 4;

    private readonly HashSet<string> _written = [];
    private readonly HashSet<string> _replaced = [];
    private int _next;

    private static int Seed => int.TryParse(Environment.GetEnvironmentVariable("SYNCGEN_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20261130;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public Task Hub_in_SQLite(int n) => RunAsync(HubKind.Sqlite, Seed + n);

    [RequiresFact(Requirement.PostgreSql)]
    public Task Hub_in_PostgreSQL() => RunAsync(HubKind.PostgreSql, Seed + 100);

    [RequiresFact(Requirement.MariaDb)]
    public Task Hub_in_MariaDB() => RunAsync(HubKind.MariaDb, Seed + 200);

    private async Task RunAsync(HubKind kind, int seed)
    {
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var keys = new TemporaryFolder();
        using var faults = new FaultyNetwork(seed);
        await using var hub = await HubDatabase.CreateAsync(kind);
        await using (var store = Earlier(kind, hub.ConnectionString))
        {
            await store.ProvisionAsync();
        }

        var workers = new List<Worker>();
        for (var i = 0; i < Workers; i++)
        {
            workers.Add(await Worker.CreateAsync());
        }

        await using (var early = await Works.StartAsync(AspNetCore.Earlier.WorksScope.Definition, () => Earlier(kind, hub.ConnectionString), keys.Path))
        {
            await WorkAsync(random, workers, early.Address, faults.Client, steps: 80);
        }

        // Everybody has edits that have not gone up, and the hub is written to until the last moment.
        workers.ForEach(worker => Write(random, worker));
        hub.Run($"""INSERT INTO "Stage" ("Id", "Text") VALUES (900001, '{Text()}')""");
        await using (var store = Later(kind, hub.ConnectionString))
        {
            await store.MigrateAsync(new MigrationOptions { DropRemoved = true });
        }

        hub.Run($"""INSERT INTO "Stage" ("Id", "Text") VALUES (900002, '{Text()}')""");
        hub.Run("""INSERT INTO "Badge" ("Id", "Text") VALUES (1, 'new')""");
        await using var late = await Works.StartAsync(AspNetCore.Tests.Former.Later.WorksScope.Definition, () => Later(kind, hub.ConnectionString), keys.Path);
        foreach (var worker in workers.Skip(1))
        {
            await WorkAsync(random, workers, late.Address, faults.Client, steps: 30);
            await worker.UpgradeAsync();
        }

        await WorkAsync(random, workers, late.Address, faults.Client, steps: 60);
        faults.IsOn = false;
        for (var round = 0; round < 3; round++)
        {
            foreach (var worker in workers)
            {
                await worker.SynchronizeAsync(late.Address, faults.Client);
            }
        }

        AssertAgreement(seed, hub, workers);
        Assert.True(faults.Count > 5, $"seed {seed}: {faults.Count} faults");
        foreach (var worker in workers)
        {
            await worker.DisposeAsync();
        }
    }

    private async Task WorkAsync(Random random, List<Worker> workers, Uri address, HttpClient client, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            var worker = workers[random.Next(workers.Count)];
            if (random.Next(3) > 0)
            {
                Write(random, worker);
            }
            else
            {
                await worker.SynchronizeAsync(address, client);
            }
        }
    }

    private void Write(Random random, Worker worker)
    {
        var (table, title, parent) = worker.Names;
        var ids = worker.Read($"SELECT Id FROM {table}");
        var id = ids.Count == 0 ? "0" : ids[random.Next(ids.Count)];
        var text = Text();
        switch (ids.Count == 0 ? 0 : random.Next(8))
        {
            case 0 or 1:
                worker.Run($"INSERT INTO {table} (Id, {title}, Hours) VALUES ({++_next}, '{text}', {_next})");
                break;
            case 2:
                worker.Run($"INSERT INTO Stage (Id, {parent}, Text) VALUES ({++_next}, {id}, '{text}')");
                break;
            case 3:
                Replace(worker, "Text", "Stage", "1 = 1 ORDER BY Id LIMIT 1");
                worker.Run($"UPDATE Stage SET Text = '{text}' WHERE Id = (SELECT min(Id) FROM Stage)");
                _written.Remove(worker.Read("SELECT count(*) FROM Stage") is ["0"] ? text : "");
                break;
            case 4 when worker.IsLater:
                Replace(worker, "Comment", table, $"Id = {id}");
                worker.Run($"UPDATE {table} SET Comment = '{text}', Priority = {++_next} WHERE Id = {id}");
                break;
            default:
                Replace(worker, title, table, $"Id = {id}");
                worker.Run($"UPDATE {table} SET {title} = '{text}', Hours = {++_next} WHERE Id = {id}");
                break;
        }
    }

    private string Text()
    {
        var text = $"<{++_next}>";
        _written.Add(text);
        return text;
    }

    private void Replace(Worker worker, string column, string table, string condition) =>
        _replaced.UnionWith(worker.Read($"SELECT coalesce({column}, '') FROM {table} WHERE {condition}"));

    private void AssertAgreement(int seed, HubDatabase hub, List<Worker> workers)
    {
        var duties = hub.Read("""SELECT "Id", "Title", "Hours", "Priority", coalesce("Comment", '') FROM "Duty" ORDER BY "Id" """);
        var stages = hub.Read("""SELECT "Id", coalesce("DutyId", 0), "Text" FROM "Stage" ORDER BY "Id" """);
        foreach (var worker in workers)
        {
            var (table, title, parent) = worker.Names;
            Same(stages, worker.Read($"SELECT Id, coalesce({parent}, 0), Text FROM Stage ORDER BY Id"));
            Same(
                worker.IsLater ? duties : [.. duties.Select(row => string.Join('|', row.Split('|').Take(3)))],
                worker.Read($"SELECT Id, {title}, Hours{(worker.IsLater ? ", Priority, coalesce(Comment, '')" : "")} FROM {table} ORDER BY Id"));
        }

        Assert.All(workers.Skip(1), worker => Assert.Equal(["new"], worker.Read("SELECT Text FROM Badge")));
        Assert.False(workers[0].IsLater);
        var logs = string.Join('\n', workers.SelectMany(worker => worker.Read("SELECT loser_row FROM syncgen_works_conflict")).Concat(hub.Read("SELECT loser_row FROM syncgen_works_conflict")));
        var all = string.Join('\n', duties.Concat(stages)) + logs;
        var lost = _written.Where(text => !_replaced.Contains(text) && !all.Contains(text, StringComparison.Ordinal)).ToList();
        Assert.True(lost.Count == 0, $"seed {seed}: {string.Join(", ", lost)} went without a trace");

        void Same(IReadOnlyList<string> expected, IReadOnlyList<string> actual) => Assert.True(
            expected.SequenceEqual(actual), $"seed {seed}: the hub and a client differ: {string.Join("; ", expected.Except(actual))} / {string.Join("; ", actual.Except(expected))}");
    }

    private static RelationalProvider Earlier(HubKind kind, string connectionString) => kind switch
    {
        HubKind.PostgreSql => AspNetCore.Earlier.WorksScope.PostgreSql(connectionString, SyncRole.Peer),
        HubKind.MariaDb => AspNetCore.Earlier.WorksScope.MySql(connectionString, SyncRole.Peer),
        _ => AspNetCore.Earlier.WorksScope.Sqlite(connectionString, SyncRole.Peer),
    };

    private static RelationalProvider Later(HubKind kind, string connectionString) => kind switch
    {
        HubKind.PostgreSql => AspNetCore.Tests.Former.Later.WorksScope.PostgreSql(connectionString, SyncRole.Peer),
        HubKind.MariaDb => AspNetCore.Tests.Former.Later.WorksScope.MySql(connectionString, SyncRole.Peer),
        _ => AspNetCore.Tests.Former.Later.WorksScope.Sqlite(connectionString, SyncRole.Peer),
    };
}
