using SyncGen.Model;

namespace SyncGen.Relational;

/// <summary>The names of what SyncGen keeps for a table, unquoted. The generator emits the same.</summary>
public sealed class TableNames
{
    private readonly string _prefix;
    private readonly int _bytesMax;

    /// <summary>Names what is kept for a table of a scope.</summary>
    public TableNames(string scope, SyncTable table, RelationalDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(dialect);
        _prefix = $"syncgen_{scope}_{table.Name}_";
        _bytesMax = dialect.NameBytesMax;
        Log = Of("log");
        Track = Of("track");
        Edit = Of("edit");
        Seen = Of("seen");
        Part = Of("part");
        Move = Of("move");
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

    /// <summary>A peer's effective filter values of rows and tombstones, where a filter decides over the table.</summary>
    public string Part { get; }

    /// <summary>A peer's moves: which values rows had before they changed.</summary>
    public string Move { get; }

    /// <summary>The name of a further part, such as of a trigger.</summary>
    public string Of(string part) => BoundedName.Of(_prefix + part, _bytesMax);

    /// <summary>The key columns in all of them: <c>k0</c>, <c>k1</c>, …</summary>
    public IReadOnlyList<string> Keys { get; }
}
