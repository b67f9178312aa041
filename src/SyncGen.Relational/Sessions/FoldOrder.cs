namespace SyncGen.Relational.Sessions;

/// <summary>
/// The order in which the tables of a store are folded, and so the order in which rows travel: first what was written,
/// parents before children; then what is gone, children before parents. Between two batches a destination holds no child
/// whose parent it lacks, and does not lose, with a parent, children that have long left it.
/// </summary>
internal static class FoldOrder
{
    /// <summary>Folds the tables that have something to fold; answers whether any had.</summary>
    public static async ValueTask<bool> FoldAsync<TTable>(
        IReadOnlyList<TTable> tables,
        Func<TTable, ValueTask<bool>> hasLog,
        Func<TTable, ValueTask<bool>> hasGone,
        Func<TTable, FoldPart, ValueTask> fold)
    {
        var folded = false;
        var later = new Stack<TTable>();
        foreach (var table in tables)
        {
            if (!await hasLog(table))
            {
                continue;
            }

            folded = true;
            if (await hasGone(table))
            {
                await fold(table, FoldPart.Written);
                later.Push(table);
            }
            else
            {
                await fold(table, FoldPart.All);
            }
        }

        foreach (var table in later)
        {
            await fold(table, FoldPart.Gone);
        }

        return folded;
    }
}
