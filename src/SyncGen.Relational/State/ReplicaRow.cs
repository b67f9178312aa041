namespace SyncGen.Relational.State;

/// <summary>What a store keeps of another replica.</summary>
internal sealed record ReplicaRow
{
    /// <summary>Its number in the store; 0 if it is not known.</summary>
    public int Number { get; init; }

    /// <summary>The greatest tick known of it.</summary>
    public long Known { get; init; }

    /// <summary>How far this store has read it, in its ticks.</summary>
    public long Anchor { get; init; }

    /// <summary>Where a session that broke off stopped reading. Of a leaf: not null where it has more edits than were taken.</summary>
    public byte[]? Cursor { get; init; }

    /// <summary>What it gave when this store read it last, or took its edits; null if nothing.</summary>
    public byte[]? Marker { get; init; }

    /// <summary>What it said last that it knows; null if it never said.</summary>
    public byte[]? Heard { get; init; }

    /// <summary>When it said so, in microseconds since 1970.</summary>
    public long HeardTime { get; init; }

    /// <summary>Whether it was silent for too long.</summary>
    public bool IsExpelled { get; init; }

    /// <summary>Of a leaf: the greatest of its ticks that were taken. Of a leaf's hub: how many batches and answers were taken from it.</summary>
    public long Taken { get; init; }

    /// <summary>Of an identity that this store gave up: the tick up to which it was used.</summary>
    public long? FormerTick { get; init; }
}
