namespace SyncGen.Tool.Output;

/// <summary>What the program answers to scripts. Numbers are stable.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing to look at.</summary>
    public const int Done = 0;

    /// <summary>Not done; the message says why.</summary>
    public const int Failed = 1;

    /// <summary>Not begun: the command line, a file or a model that it names is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Done, and there is something to look at: differences, conflicts, rows in quarantine, findings.</summary>
    public const int Found = 3;

    /// <summary>Not done, but the same command may succeed later: a store is busy or cannot be reached.</summary>
    public const int TryAgain = 4;

    /// <summary>Cancelled by Ctrl-C; what was applied before stays.</summary>
    public const int Cancelled = 130;
}
