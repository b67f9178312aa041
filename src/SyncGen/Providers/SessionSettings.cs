using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SyncGen.Conflicts;

namespace SyncGen.Providers;

/// <summary>What a store must know of the session that it is opened for.</summary>
public sealed class SessionSettings
{
    /// <summary>The size at which a batch ends, in bytes of row data. Default: 2 MiB. A single larger row is a batch of its own.</summary>
    public int BatchBytesMax { get; init; } = 2 << 20;

    /// <summary>
    /// Whether nothing may be written in the end: the store does all that the session asks, and takes it back when the
    /// session closes. Default: false.
    /// </summary>
    public bool IsPreview { get; init; }

    /// <summary>Which side this store is on, for policies and for tables that travel one way only.</summary>
    public SyncSide Side { get; init; }

    /// <summary>
    /// Who decides the conflicts that this store finds, before the scope's hook is asked. Default: null, nobody. A store behind HTTP
    /// finds none itself.
    /// </summary>
    public IConflictHandler? ConflictHandler { get; init; }

    /// <summary>Where to log. Default: nowhere.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Clock and randomness. Default: the machine's.</summary>
    public SyncEnvironment Environment { get; init; } = SyncEnvironment.Default;
}
