namespace SyncGen.Relational.Sessions;

/// <summary>Looks among the rows of a batch for those that lack a parent, or may be to blame for one that does.</summary>
internal static class OrphanSearch
{
    /// <summary>The positions of the suspects that the attempt did not leave out already.</summary>
    public static async ValueTask<IReadOnlyList<RowPosition>> FindAsync<TItem>(
        List<TItem> items, int table, BatchAttempt attempt, Func<TItem, ValueTask<bool>> isSuspect)
    {
        var found = new List<RowPosition>();
        for (var i = 0; i < items.Count; i++)
        {
            var position = new RowPosition(table, i);
            if (attempt.ExclusionOf(position) is null && await isSuspect(items[i]))
            {
                found.Add(position);
            }
        }

        return found;
    }
}
