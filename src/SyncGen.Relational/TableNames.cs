using SyncGen.Model;

namespace SyncGen.Relational;

/// <summary>The names of what SyncGen keeps for a table, unquoted. The generator emits the same.</summary>
public sealed class TableNames
{
    /// <summary>Names what is kept for a table of a scope.</summary>
    public TableNames(string scope, SyncTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var prefix = $"syncgen_{scope}_{table.Name}_";
        Log = prefix + "log";
        Track = prefix + "track";
        Edit = prefix + "edit";
        Seen = prefix + "seen";
        Keys = [.. Enumerable.Range(0, table.KeyLength).Select(i => "k" + i.ToString(System.Globalization.CultureInfo.InvariantCulture))];
    }

    /// <summary>The change log.</summary>
    public string Log { get; }

    /// <summary>A peer's tracking table.</summary>
    public string Track { get; }

    /// <summary>A leaf's edits.</summary>
    public string Edit { get; }

    /// <summary>The keys that a leaf has seen while it reconciles.</summary>
    public string Seen { get; }

    /// <summary>The key columns in all of them: <c>k0</c>, <c>k1</c>, …</summary>
    public IReadOnlyList<string> Keys { get; }
}
