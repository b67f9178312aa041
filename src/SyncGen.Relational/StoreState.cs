using SyncGen.Versions;

namespace SyncGen.Relational;

/// <summary>The one row that a store keeps of itself, as of the open transaction.</summary>
internal sealed class StoreState
{
    /// <summary>The tick of provisioning: all rows that were there then, and have not changed since, have it for their version.</summary>
    public const long FirstTick = 1;

    public required int Format { get; init; }

    public required string Model { get; init; }

    public required SyncRole Role { get; init; }

    /// <summary>This store's own number among its replicas.</summary>
    public required int Self { get; set; }

    public required long Tick { get; set; }

    /// <summary>The identity under which the store was provisioned: the version of rows that were never tracked.</summary>
    public required int ProvisionedReplica { get; init; }

    public required long ProvisionedTick { get; init; }

    public required long ProvisionedTime { get; init; }

    public required long ForgottenTick { get; set; }

    public required long ForgottenTime { get; set; }

    public required string CreatedTables { get; init; }

    /// <summary>A leaf's hub, by its number; null before the first session.</summary>
    public required int? Hub { get; set; }

    public required StoreFlags Flags { get; set; }

    /// <summary>This store's identity as it was read; null where the store has lost it.</summary>
    public ReplicaId? Identity { get; init; }

    /// <summary>The marker of the tick that was read; null if it has none.</summary>
    public byte[]? Marker { get; init; }

    /// <summary>Whether any table's log held an entry when the state was read.</summary>
    public bool HasLog { get; init; }

    /// <summary>The time that a write of a row without tracking must exceed.</summary>
    public long TimeFloor => Math.Max(ProvisionedTime, ForgottenTime);

    /// <summary>The next tick.</summary>
    public long NextTick() => ++Tick;
}
