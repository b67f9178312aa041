namespace SyncGen.Relational.Rows;

/// <summary>The keys of the application's rows that a transaction wrote, table by table.</summary>
internal sealed class WrittenTables(RelationalConnection connection)
{
    private readonly List<WrittenKeys> _tables = [];

    /// <summary>Adds a table.</summary>
    public void Add(WrittenKeys table) => _tables.Add(table);

    /// <summary>Forgets all keys: another transaction begins.</summary>
    public void Clear() => _tables.ForEach(table => table.Clear());

    /// <summary>
    /// Whether another program committed a write, since the log was folded, of a row that this transaction wrote after it: what
    /// was decided over that row does not hold. From here on such writes wait, since the rows are locked.
    /// </summary>
    public async ValueTask<bool> IsOvertakenAsync(CancellationToken cancellationToken)
    {
        if (!connection.HasOtherWriters)
        {
            return false;
        }

        foreach (var table in _tables)
        {
            if (await table.IsOvertakenAsync(cancellationToken))
            {
                return true;
            }
        }

        return false;
    }
}
