using SyncGen.Providers;

namespace SyncGen.OData.Compact;

/// <summary>What a peer asks of another one, as <see cref="PeerSession"/> has it.</summary>
public enum PeerOperation : byte
{
    /// <summary>Say who you are and what you know.</summary>
    Identify = 1,

    /// <summary>Hear what I know.</summary>
    Hear = 2,

    /// <summary>Say whether you gave me a marker.</summary>
    Recognize = 3,

    /// <summary>Take a new identity: you were restored from a backup.</summary>
    Reset = 4,

    /// <summary>Start again: you were silent for too long.</summary>
    Restart = 5,

    /// <summary>Say what you lack of what I have.</summary>
    BeginPull = 6,

    /// <summary>Send a batch of what I lack.</summary>
    Read = 7,

    /// <summary>Take a batch.</summary>
    Apply = 8,
}
