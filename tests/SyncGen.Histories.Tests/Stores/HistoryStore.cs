using System.Text.Json;
using SyncGen.Conflicts;
using SyncGen.Histories.Tests.Databases;
using SyncGen.Histories.Tests.Model;
using SyncGen.Histories.Tests.Truth;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.Histories.Tests.Stores;

/// <summary>A store of a history: the database as its application sees it, and what the ledger must know of it.</summary>
internal abstract class HistoryStore : IAsyncDisposable
{
    private readonly Dictionary<int, ReplicaId> _replicas = [];
    private long _lastConflict;

    protected HistoryStore(StoreSetup setup, Ledger ledger, HistoryEnvironment environment)
    {
        Setup = setup;
        Ledger = ledger;
        Environment = environment;
        Names = new StoreNames(setup.Policy.Name);
        Database = setup.Database;
        Inner = Database.Open(setup.Policy, setup.Role, environment);
    }

    public StoreSetup Setup { get; }

    public Ledger Ledger { get; }

    public HistoryEnvironment Environment { get; }

    public StoreNames Names { get; }

    public Database Database { get; }

    /// <summary>The provider under test.</summary>
    public SyncProvider Inner { get; }

    /// <summary>What the application sees of a row, and the writes that it has seen of it.</summary>
    public abstract RowView Look(RowKey key);

    /// <summary>Notes that the application wrote a row that looked so before, and the time that its log has.</summary>
    public abstract void Note(RowKey key, RowView before, Lineage lineage, long time);

    /// <summary>Provisions the store at the history's time.</summary>
    public async Task ProvisionAsync()
    {
        var settings = new SessionSettings { Environment = Environment };
        await using var session = await Inner.OpenSessionAsync(settings, CancellationToken.None);
    }

    /// <summary>What an SQL parameter holds for a key.</summary>
    public static object KeyOf(RowKey key) => key.Table == nameof(Child) ? key.Key.ToString() : key.Key;

    /// <summary>All of a row's content; null if there is no row.</summary>
    public (int? Value, string? Content) Read(RowKey key)
    {
        var columns = key.Table == nameof(Child) ? "\"Value\", \"ItemKey\"" : "\"Value\", \"Slot\"";
        var rows = Database.Rows($"SELECT {columns} FROM \"{key.Table}\" WHERE \"Key\" = @p1", KeyOf(key));
        return rows.Count == 0 ? (null, null) : (Convert.ToInt32(rows[0][0]), ContentOf(rows[0][0], rows[0][1]));
    }

    public static string ContentOf(object? value, object? other) => $"{value}/{other ?? "-"}";

    /// <summary>The keys of all rows, and of what is tracked of rows that are gone.</summary>
    public virtual HashSet<RowKey> Rows() =>
        [.. StoreNames.Tables.SelectMany(table => Database.Rows($"SELECT \"Key\" FROM \"{table}\"").Select(row => new RowKey(table, Convert.ToInt32(row[0]))))];

    public ReplicaId ReplicaOf(int number)
    {
        if (!_replicas.TryGetValue(number, out var replica))
        {
            replica = ReplicaId.Read((byte[])Database.Scalar($"SELECT replica FROM {Names.Replica} WHERE id = @p1", number)!);
            _replicas.Add(number, replica);
        }

        return replica;
    }

    /// <summary>The conflicts that were logged since the last call.</summary>
    public List<LoggedConflict> NewConflicts()
    {
        var rows = Database.Rows($"SELECT id, table_name, row_key, outcome, loser_replica, loser_tick, loser_time, "
            + $"winner_replica, winner_tick, winner_time FROM {Names.Conflict} WHERE id > @p1 ORDER BY id", _lastConflict);
        var conflicts = rows.ConvertAll(row => new LoggedConflict(
            KeyOf((string)row[1]!, (string)row[2]!), (ConflictOutcome)Convert.ToInt32(row[3]), StampOf(row, 4), StampOf(row, 7)));
        _lastConflict = rows.Count == 0 ? _lastConflict : Convert.ToInt64(rows[^1][0]);
        return conflicts;
    }

    public List<WaitingRow> Waiting() => Database.Rows(
        $"SELECT table_name, row_key, replica, tick, time, leaf, deleted, \"row\" FROM {Names.Quarantine} ORDER BY id")
        .ConvertAll(row => new WaitingRow(
            KeyOf((string)row[0]!, (string)row[1]!),
            row[2] is null ? SyncVersion.None : new SyncVersion(ReplicaOf(Convert.ToInt32(row[2])), Convert.ToInt64(row[3])),
            Convert.ToInt64(row[4]),
            row[5] is not null,
            Convert.ToInt32(row[6]) != 0 ? null : NumberOf((string)row[7]!, "Value"),
            Convert.ToInt32(row[6]) != 0 ? null : NumberOf((string)row[7]!, "ItemKey"),
            Convert.ToInt32(row[6]) != 0 ? null : NumberOf((string)row[7]!, "Slot")));

    /// <summary>All that the database holds but for counters that may move: equal before and after what changes nothing.</summary>
    public string Dump() => DatabaseDump.Of(Database, Names);

    public virtual async ValueTask DisposeAsync()
    {
        await Inner.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static RowKey KeyOf(string table, string json)
    {
        using var document = JsonDocument.Parse(json);
        var key = document.RootElement.GetProperty("Key");
        return new RowKey(table, key.ValueKind == JsonValueKind.String ? int.Parse(key.GetString()!) : key.GetInt32());
    }

    private static int? NumberOf(string json, string column)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty(column, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;
    }

    private static Stamp StampOf(object?[] row, int first) => new(
        Convert.ToInt64(row[first + 2]), new SyncVersion(ReplicaId.Read((byte[])row[first]!), Convert.ToInt64(row[first + 1])));
}
