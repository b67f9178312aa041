using System.Collections;

namespace SyncGen.Model;

/// <summary>Some of a table's columns, by their ordinals. Immutable and thread-safe: one set serves many rows.</summary>
public sealed class ColumnSet
{
    private readonly BitArray _columns;

    /// <summary>Creates a set.</summary>
    /// <param name="ordinals">The ordinals of its columns, in any order.</param>
    /// <exception cref="ArgumentOutOfRangeException">An ordinal is negative.</exception>
    public ColumnSet(params IReadOnlyCollection<int> ordinals)
    {
        ArgumentNullException.ThrowIfNull(ordinals);
        _columns = new BitArray(ordinals.DefaultIfEmpty(-1).Max() + 1);
        foreach (var ordinal in ordinals)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(ordinal, nameof(ordinals));
            _columns[ordinal] = true;
        }
    }

    /// <summary>Whether it has a column.</summary>
    public bool Contains(int ordinal) => ordinal >= 0 && ordinal < _columns.Length && _columns[ordinal];
}
