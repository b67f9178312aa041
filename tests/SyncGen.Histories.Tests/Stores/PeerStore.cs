using SyncGen.Histories.Tests.Truth;
using SyncGen.Versions;

namespace SyncGen.Histories.Tests.Stores;

/// <summary>A peer of a history.</summary>
internal sealed class PeerStore(StoreSetup setup, Ledger ledger, HistoryEnvironment environment) : HistoryStore(setup, ledger, environment)
{
    private readonly Dictionary<RowKey, (Lineage Lineage, long Time)> _unfolded = [];
    private readonly Dictionary<RowKey, Stamp> _stamps = [];

    public ReplicaId Replica => ReplicaOf((int)Database.Number($"SELECT self FROM {Names.State}"));

    public long Tick => Database.Number($"SELECT tick FROM {Names.State}");

    public override RowView Look(RowKey key)
    {
        var (value, content) = Read(key);
        if (IsLogged(key))
        {
            return new RowView(value, content, _unfolded[key].Lineage, IsLogged: true);
        }

        return Tracked(key) is { } tracked
            ? new RowView(value, content, Ledger.Of(key, tracked.Stamp), IsLogged: false)
            : new RowView(value, content, value is null ? Lineage.Empty : Ledger.Of(key, Provisioned), IsLogged: false);
    }

    /// <summary>The stamp of rows that were there before the store was provisioned.</summary>
    public Stamp Provisioned
    {
        get
        {
            var row = Database.Rows($"SELECT provisioned_time, provisioned_replica, provisioned_tick FROM {Names.State}").Single();
            return new Stamp(Convert.ToInt64(row[0]), new SyncVersion(ReplicaOf(Convert.ToInt32(row[1])), Convert.ToInt64(row[2])));
        }
    }

    public override void Note(RowKey key, RowView before, Lineage lineage, long time)
    {
        var self = Replica;
        if (before.IsLogged)
        {
            Ledger.Unpredict(key, self, _unfolded[key].Time);
        }

        var floor = Database.Rows($"SELECT provisioned_time, forgotten_time FROM {Names.State}").Single().Max(Convert.ToInt64);
        var folded = Math.Max(time, Math.Max(floor, Tracked(key)?.Stamp.Time ?? 0) + 1);
        _unfolded[key] = (lineage, folded);
        Ledger.Predict(key, self, folded, lineage);
    }

    public TrackedRow? Tracked(RowKey key) => Tracking(key.Table, "WHERE k0 = @p1", KeyOf(key)).SingleOrDefault();

    public List<TrackedRow> Tracking() => [.. StoreNames.Tables.SelectMany(table => Tracking(table, ""))];

    public override HashSet<RowKey> Rows() => [.. base.Rows(), .. Tracking().Select(row => row.Key)];

    /// <summary>A row's stamp never goes down, on any replica, ever.</summary>
    public void RequireMonotone()
    {
        foreach (var row in Tracking())
        {
            if (_stamps.TryGetValue(row.Key, out var before) && row.Stamp < before)
            {
                throw Ledger.Fail($"The stamp of {row.Key} went down on {Setup.Name}: from {before} to {row.Stamp}");
            }

            _stamps[row.Key] = row.Stamp;
        }
    }

    private bool IsLogged(RowKey key) =>
        Database.Number($"SELECT EXISTS (SELECT 1 FROM {Names.Log(key.Table)} WHERE k0 = @p1)", KeyOf(key)) != 0;

    private IEnumerable<TrackedRow> Tracking(string table, string where, params object?[] values) =>
        Database.Rows($"SELECT k0, tick, time, replica, version, author, deleted FROM {Names.Track(table)} {where}", values)
            .Select(row => new TrackedRow(
                new RowKey(table, Convert.ToInt32(row[0])),
                Convert.ToInt64(row[1]),
                new Stamp(Convert.ToInt64(row[2]), new SyncVersion(ReplicaOf(Convert.ToInt32(row[3])), Convert.ToInt64(row[4]))),
                row[5] is null ? null : Convert.ToInt64(row[5]),
                Convert.ToInt64(row[6]) != 0));
}
