namespace SyncGen.Model;

/// <summary>Makes one row of two of the same key: some columns of the one, the others of the other. Not thread-safe.</summary>
/// <typeparam name="TRow">The entity class.</typeparam>
/// <param name="table">The rows' table.</param>
public sealed class RowCompletion<TRow>(SyncTable<TRow> table)
    where TRow : class
{
    private readonly RowValues _row = new(table.Columns.Count);
    private readonly RowValues _present = new(table.Columns.Count);

    /// <summary>Gives a row what it lacks.</summary>
    /// <param name="row">The row.</param>
    /// <param name="present">The row that has it.</param>
    /// <param name="absent">Which columns the first row lacks.</param>
    /// <returns>A row of its own.</returns>
    public TRow Complete(TRow row, TRow present, ColumnSet absent)
    {
        ArgumentNullException.ThrowIfNull(absent);
        table.Write(row, _row.Writer);
        table.Write(present, _present.Writer);
        for (var i = table.KeyLength; i < table.Columns.Count; i++)
        {
            if (absent.Contains(i))
            {
                _row.Set(i, _present, i);
            }
        }

        return table.Read(_row);
    }

    /// <summary>Which of some columns have the same values in two rows; null if none has.</summary>
    public ColumnSet? Unchanged(TRow before, TRow after, ColumnSet among)
    {
        ArgumentNullException.ThrowIfNull(among);
        table.Write(before, _present.Writer);
        table.Write(after, _row.Writer);
        var same = Enumerable.Range(0, table.Columns.Count).Where(i => among.Contains(i) && _row.IsSame(i, _present)).ToList();
        return same.Count == 0 ? null : new ColumnSet(same);
    }
}
