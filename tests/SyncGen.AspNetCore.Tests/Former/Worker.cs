using SyncGen.AspNetCore.Tests.Service;
using SyncGen.Http;
using SyncGen.Relational.Migrations;
using SyncGen.Sqlite;
using SyncGen.Testing;

namespace SyncGen.AspNetCore.Tests.Former;

/// <summary>An offline client whose program is brought up to date some day.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private static readonly SyncOptions s_options = new() { TransientRetryDelay = TimeSpan.FromMilliseconds(1), TransientRetriesMax = 50 };

    private readonly TemporaryFolder _folder = new();

    public string Store => $"Data Source={_folder.File("leaf.db")}";

    /// <summary>Whether its program and store have the later model.</summary>
    public bool IsLater { get; private set; }

    /// <summary>The table of duties, and its column of titles, as the program knows them.</summary>
    public (string Table, string Title, string Parent) Names => IsLater ? ("Duty", "Title", "DutyId") : ("Job", "Name", "JobId");

    public static async Task<Worker> CreateAsync()
    {
        var worker = new Worker();
        await using var leaf = worker.Open();
        await leaf.ProvisionAsync();
        return worker;
    }

    public async Task<SyncResult> SynchronizeAsync(Uri address, HttpClient client)
    {
        await using var leaf = Open();
        await using var hub = new HttpProvider(leaf.Scope, address, new HttpProviderOptions { Client = () => client });
        return await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync(s_options);
    }

    public async Task UpgradeAsync()
    {
        IsLater = true;
        await using var leaf = Open();
        await leaf.MigrateAsync(new MigrationOptions { DropRemoved = true });
    }

    public void Run(string sql) => TestStores.Run(Store, sql);

    public IReadOnlyList<string> Read(string sql) => TestStores.Read(Store, sql);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private SqliteProvider Open() => IsLater ? Later.WorksScope.Sqlite(Store) : Earlier.WorksScope.Sqlite(Store);
}
