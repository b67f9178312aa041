namespace SyncGen.Model;

/// <summary>A table of an earlier model that is one of the present model, and which of its columns are which. Immutable and thread-safe.</summary>
public sealed class TableMatch
{
    /// <summary>What stands for the ordinal of a column that there is not.</summary>
    public const int Nowhere = Pairing.Nowhere;

    private readonly Pairing _columns;

    private TableMatch(TableDescription former, SyncTable present, Pairing columns) => (Former, Present, _columns) = (former, present, columns);

    /// <summary>The table as it was.</summary>
    public TableDescription Former { get; }

    /// <summary>The table as it is.</summary>
    public SyncTable Present { get; }

    /// <summary>Whether rows are known by the same key, whose columns may have been renamed, but have their order and their types.</summary>
    public bool HasSameKey => Former.KeyLength == Present.KeyLength
        && Enumerable.Range(0, Present.KeyLength).All(i => PresentOf(i) == i && Former.Columns[i].Type == Present.Columns[i].Type);

    /// <summary>The ordinal that a column of the earlier model has now, whatever its type; <see cref="Nowhere"/> if it is gone.</summary>
    /// <param name="former">The column's ordinal in the earlier model.</param>
    public int PresentOf(int former) => _columns.PresentOf(former);

    /// <summary>The ordinal that a column of the present model had, whatever its type; <see cref="Nowhere"/> if it is new.</summary>
    /// <param name="present">The column's ordinal in the present model.</param>
    public int FormerOf(int present) => _columns.FormerOf(present);

    internal static TableMatch Of(TableDescription former, SyncTable present) => new(former, present, Pairing.Of(
        former.Columns.Count,
        present.Columns.Count,
        (then, now) => string.Equals(former.Columns[then].Name, present.Columns[now].Name, StringComparison.Ordinal),
        (then, now) => present.Columns[now].FormerNames.Contains(former.Columns[then].Name, StringComparer.Ordinal)));
}
