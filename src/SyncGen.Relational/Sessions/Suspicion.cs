namespace SyncGen.Relational.Sessions;

/// <summary>Why a row of a batch may be to blame for rows that lack their parents, from the surest reason to the last resort.</summary>
internal enum Suspicion
{
    /// <summary>It was written and lacks a parent itself.</summary>
    LacksParent,

    /// <summary>It is gone, and rows refer to it.</summary>
    IsMissed,

    /// <summary>It is gone.</summary>
    IsGone,

    /// <summary>It was written, and rows of its table have parents.</summary>
    HasParents,

    /// <summary>It is part of the batch: a value that others refer to may have changed.</summary>
    IsPresent,
}
