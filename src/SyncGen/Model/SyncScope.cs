namespace SyncGen.Model;

/// <summary>Describes a scope: its name and its tables. Generated; immutable and thread-safe.</summary>
public sealed class SyncScope
{
    /// <summary>Creates a scope.</summary>
    /// <param name="name">The scope's name.</param>
    /// <param name="fingerprint">A hash of the model, 16 hexadecimal digits: equal where the model is equal.</param>
    /// <param name="tables">The tables, parents before children as far as cycles allow.</param>
    public SyncScope(string name, string fingerprint, IReadOnlyList<SyncTable> tables)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(fingerprint);
        ArgumentNullException.ThrowIfNull(tables);
        Name = name;
        Fingerprint = fingerprint;
        Tables = tables;
    }

    /// <summary>The scope's name.</summary>
    public string Name { get; }

    /// <summary>A hash of the model; two stores synchronise only if theirs are equal.</summary>
    public string Fingerprint { get; }

    /// <summary>The tables, parents before children as far as cycles allow.</summary>
    public IReadOnlyList<SyncTable> Tables { get; }

    /// <summary>The filter parameters; empty where all rows travel to everybody.</summary>
    public IReadOnlyList<SyncParameter> Parameters { get; init; } = [];

    /// <summary>Whether a client may hand a row of its part on to another part. Default: false; such an upload is refused.</summary>
    public bool MayHandOn { get; init; }
}
