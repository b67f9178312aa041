namespace SyncGen.Versions;

/// <summary>The total order over all versions of a row: by time, then by version. A row's stamp never goes down.</summary>
/// <param name="Time">Microseconds since 1970-01-01 UTC, greater than that of every write that this one has seen.</param>
/// <param name="Version">The version.</param>
public readonly record struct Stamp(long Time, SyncVersion Version) : IComparable<Stamp>
{
    /// <inheritdoc/>
    public int CompareTo(Stamp other)
    {
        var byTime = Time.CompareTo(other.Time);
        return byTime != 0 ? byTime : Version.CompareTo(other.Version);
    }

    /// <summary>Whether the left stamp lies above the right one.</summary>
    public static bool operator >(Stamp left, Stamp right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left stamp lies below the right one.</summary>
    public static bool operator <(Stamp left, Stamp right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left stamp lies above the right one, or is the same.</summary>
    public static bool operator >=(Stamp left, Stamp right) => left.CompareTo(right) >= 0;

    /// <summary>Whether the left stamp lies below the right one, or is the same.</summary>
    public static bool operator <=(Stamp left, Stamp right) => left.CompareTo(right) <= 0;
}
