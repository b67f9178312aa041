using SyncGen.Filters;
using SyncGen.Model;
using SyncGen.Relational.Statements;
using SyncGen.Versions;

namespace SyncGen.Relational.Quarantine;

/// <summary>A row that the database refused, kept until it can be decided.</summary>
internal sealed record QuarantinedRow
{
    /// <summary>Its number in the quarantine; 0 before it is there.</summary>
    public long Id { get; init; }

    public required string Table { get; init; }

    /// <summary>The key as JSON.</summary>
    public required string Key { get; init; }

    /// <summary>The row as JSON; its key alone if it was deleted.</summary>
    public required string Row { get; init; }

    public required bool IsDeleted { get; init; }

    /// <summary>The row's version; of a leaf's edit, the leaf and its tick.</summary>
    public required SyncVersion Version { get; init; }

    /// <summary>The version that it was made on; of an eviction, the source's own, where that rejected what this store wrote.</summary>
    public SyncVersion Base { get; init; }

    /// <summary>Whether it is no row that waits, but the removal of one that left this store's part.</summary>
    public bool IsEviction => IsDeleted && Leaf is null && Version.IsNone;

    public required long Time { get; init; }

    /// <summary>The knowledge that it was made with; null for a leaf's edit, and at a leaf.</summary>
    public byte[]? Knowledge { get; init; }

    /// <summary>Where a peer or a leaf sent it that holds a part: which, by its number.</summary>
    public int? Source { get; init; }

    /// <summary>The part that it held then, as text; null: all of the scope.</summary>
    public string? Filter { get; init; }

    /// <summary>Of a leaf's edit: the leaf, by its number.</summary>
    public int? Leaf { get; init; }

    /// <summary>Of a leaf's edit: how far the leaf had read this store.</summary>
    public long LeafAnchor { get; init; }

    public required SyncErrorCode Code { get; init; }

    public required string Error { get; init; }

    /// <summary>The part that its source held; null: all of the scope.</summary>
    public FilterBinding? FilterOf(SyncScope scope) => Filter is { } text ? FilterBinding.Read(scope, text) : null;

    /// <summary>Reads a row of the quarantine, its versions without their replicas, which stand there as numbers.</summary>
    public static QuarantinedRow Read(RowReader row) => new()
    {
        Id = row.GetInt64(0),
        Table = row.GetString(1),
        Key = row.GetString(2),
        Row = row.GetString(3),
        IsDeleted = row.GetInt32(4) != 0,
        Version = new SyncVersion(ReplicaId.None, row.GetInt64(6)),
        Base = new SyncVersion(ReplicaId.None, row.GetInt64(8)),
        Time = row.GetInt64(9),
        Knowledge = row.GetNullableBinary(10),
        Leaf = row.GetNullableInt32(11),
        LeafAnchor = row.GetInt64(12),
        Code = (SyncErrorCode)row.GetInt32(13),
        Error = row.GetString(14),
        Source = row.GetNullableInt32(15),
        Filter = row.GetNullableString(16),
    };
}
