using System.Diagnostics;
using SyncGen.Benchmarks.Data;
using SyncGen.Benchmarks.Model;
using SyncGen.Benchmarks.Stores;
using SyncGen.Http;
using SyncGen.Sqlite;

namespace SyncGen.Benchmarks.Load;

/// <summary>A leaf whose application edits its rows between sessions.</summary>
internal sealed class LoadLeaf : IAsyncDisposable
{
    private const int Inserts = 3;
    private const int Updates = 5;
    private const int Deletes = 1;

    private readonly string _path;
    private readonly SqliteProvider _store;
    private readonly HttpProvider _hub;
    private readonly SaleSource _source;
    private readonly Random _random;

    private LoadLeaf(string path, HttpProvider hub, int seed)
    {
        (_path, _hub, _source, _random) = (path, hub, new SaleSource(seed), new Random(seed));
        _store = SalesStore.Open(path, SyncRole.Leaf);
    }

    public static async Task<LoadLeaf> CreateAsync(string path, string journalMode, HttpProvider hub, int seed)
    {
        PlainStore.Create(path, journalMode).Dispose();
        var leaf = new LoadLeaf(path, hub, seed);
        await leaf._store.ProvisionAsync();
        return leaf;
    }

    /// <summary>Inserts, updates and deletes some rows, as an application would.</summary>
    public void Edit()
    {
        using var application = PlainStore.Open(_path);
        var rows = application.ReadAll();
        var chosen = new List<Sale>();
        for (var i = 0; i < Updates + Deletes && rows.Count > 0; i++)
        {
            var at = _random.Next(rows.Count);
            chosen.Add(rows[at]);
            rows.RemoveAt(at);
        }

        application.Update([.. chosen.Take(Updates)]);
        application.Delete([.. chosen.Skip(Updates)]);
        application.Insert([.. _source.Rows(Inserts)]);
    }

    /// <summary>One session; answers how long it took.</summary>
    public async Task<TimeSpan> SynchronizeAsync()
    {
        var start = Stopwatch.GetTimestamp();
        await SyncOrchestrator.Between(_store, _hub).SynchronizeAsync();
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>A hash of all rows.</summary>
    public string Digest() => RowDigest.Of(_path);

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await _hub.DisposeAsync();
    }
}
