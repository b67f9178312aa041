using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.OneWriter;

/// <summary>One random history in which a single store writes, and two others follow it, through breaks and batches of any size.</summary>
internal sealed class OneWriterRun : IAsyncDisposable
{
    private const string All = """
        SELECT 'c', Id, Name, Code, Rank FROM Customer UNION ALL SELECT 'i', Id, Text, CustomerId, NULL FROM Invoice
        UNION ALL SELECT 'l', Id, Text, InvoiceId, NULL FROM Line ORDER BY 1, 2
        """;

    private static readonly string[] s_actions = ["", "ON DELETE CASCADE", "ON DELETE SET NULL", "ON DELETE CASCADE ON UPDATE CASCADE"];
    private static readonly int[] s_batchBytes = [1, 1, 60, 1 << 20];

    private readonly Random _random;
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _steps = [];
    private readonly Database[] _databases;
    private readonly SqliteProvider[] _stores;
    private readonly int _writer;
    private readonly ShopWriter _application;

    private OneWriterRun(int seed)
    {
        _random = new Random(seed);
        // The hub first, then its two partners.
        SyncRole[] roles = [SyncRole.Peer, Role(), Role()];
        _writer = _random.Next(3);
        _databases = [.. roles.Select((_, i) => new Database(_folder.PathOf($"{i}.db")))];
        _stores = [.. roles.Select((role, i) => ShopScope.Sqlite(_databases[i].ConnectionString, new SqliteProviderOptions { Role = role }))];
        _application = new ShopWriter(_databases[_writer], _random);
        _steps.Add($"seed {seed}: {string.Join(", ", roles)}; store {_writer} writes");
    }

    /// <summary>Runs a history; answers what is wrong in the end, null if nothing is.</summary>
    public static async Task<string?> RunAsync(int seed)
    {
        await using var run = new OneWriterRun(seed);
        try
        {
            await run.RunAsync();
            return null;
        }
        catch (Xunit.Sdk.XunitException wrong)
        {
            return string.Join('\n', run._steps) + '\n' + wrong.Message;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }

        Array.ForEach(_databases, database => database.Dispose());
        _folder.Dispose();
    }

    private async Task RunAsync()
    {
        var schema = Schema();
        _steps.Add(schema);
        for (var i = 0; i < _stores.Length; i++)
        {
            _databases[i].Execute(_random.Next(2) == 0 ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE");
            _databases[i].Execute(schema);
            await _stores[i].ProvisionAsync();
        }

        for (var rounds = _random.Next(5, 16); rounds > 0; rounds--)
        {
            if (_random.Next(2) == 0)
            {
                Write();
            }

            await MeetAsync(_random.Next(1, 3), mayBreak: true);
        }

        for (var i = 0; i < 3; i++)
        {
            await MeetAsync(1, mayBreak: false);
            await MeetAsync(2, mayBreak: false);
        }

        for (var i = 0; i < _databases.Length; i++)
        {
            Assert.Equal(_databases[_writer].Rows(All), _databases[i].Rows(All));
            Assert.Empty(_databases[i].Rows("SELECT row_key, error FROM syncgen_shop_quarantine"));
            Assert.Empty(_databases[i].Rows("SELECT row_key FROM syncgen_shop_conflict"));
            Invariants.Check(_databases[i], "shop", "Customer", "Id");
            Invariants.Check(_databases[i], "shop", "Invoice", "Id");
        }
    }

    private void Write()
    {
        _application.Write();
        _steps.Add($"write, {_application.Refused} statements refused so far: {string.Join(' ', _databases[_writer].Rows(All))}");
    }

    private async Task MeetAsync(int partner, bool mayBreak)
    {
        var bytes = s_batchBytes[_random.Next(s_batchBytes.Length)];
        var batches = mayBreak && _random.Next(3) > 0 ? _random.Next(1, 5) : int.MaxValue;
        using var broken = new Break(batches);
        var watch = new Interruption(broken, mayBreak && _random.Next(3) == 0 ? _random.Next(1, 4) : 0, Write);
        var between = SyncOrchestrator.Between(_stores[partner], _stores[0]);
        try
        {
            var result = await between.SynchronizeAsync(new SyncOptions { BatchBytesMax = bytes }, watch, broken.Token);
            _steps.Add($"{partner} meets the hub, {bytes} bytes: {string.Join(' ', result.Notes.Select(note => $"{note.Table}{note.Key} {note.Message}"))}");
        }
        catch (OperationCanceledException)
        {
            _steps.Add($"{partner} meets the hub, {bytes} bytes, broken after {batches} batches");
        }

        Array.ForEach(_databases, database => _steps.Add("    " + string.Join(' ', database.Rows(All))));
    }

    private SyncRole Role() => _random.Next(2) == 0 ? SyncRole.Leaf : SyncRole.Peer;

    private string Schema()
    {
        var unique = _random.Next(3) == 0 ? " UNIQUE" : "";
        return $"""
            CREATE TABLE Customer (Id INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Code TEXT{unique}, Rank INTEGER);
            CREATE TABLE Invoice (Id INTEGER NOT NULL PRIMARY KEY, CustomerId INTEGER REFERENCES Customer (Id) {Action()}, Text TEXT NOT NULL);
            CREATE TABLE Line (Id INTEGER NOT NULL PRIMARY KEY, InvoiceId INTEGER REFERENCES Invoice (Id) {Action()}, Text TEXT NOT NULL);
            """;
    }

    private string Action() => s_actions[_random.Next(s_actions.Length)];
}
