using SyncGen.Model;
using SyncGen.Relational.Statements;
using SyncGen.Versions;

namespace SyncGen.Relational.Rows;

/// <summary>The fields of a tracking row as they are stored: replicas by number.</summary>
internal readonly record struct TrackFields(
    long Tick, int Replica, long Version, int? BaseReplica, long BaseVersion, long Time, int? Author, bool IsDeleted)
{
    /// <summary>How many columns they are.</summary>
    public const int Count = 8;

    public static TrackFields Read(RowReader row, int first) => new(
        row.GetInt64(first),
        row.GetInt32(first + 1),
        row.GetInt64(first + 2),
        row.GetNullableInt32(first + 3),
        row.GetInt64(first + 4),
        row.GetInt64(first + 5),
        row.GetNullableInt32(first + 6),
        row.GetInt32(first + 7) != 0);

    public async ValueTask<LocalRow> ToLocalRowAsync(RelationalStore store, CancellationToken cancellationToken) => new()
    {
        Exists = true,
        IsTracked = true,
        Tick = Tick,
        Version = new SyncVersion(await store.Replicas.IdOfAsync(Replica, cancellationToken), Version),
        Base = BaseReplica is { } number
            ? new SyncVersion(await store.Replicas.IdOfAsync(number, cancellationToken), BaseVersion)
            : SyncVersion.None,
        Time = Time,
        Author = Author,
        IsDeleted = IsDeleted,
    };
}
