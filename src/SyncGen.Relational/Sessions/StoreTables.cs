using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.Relational.Sessions;

/// <summary>What is done with the tables of a store, or with those that a batch has rows of.</summary>
internal static class StoreTables
{
    /// <summary>The table of a descriptor.</summary>
    public static TTable Of<TTable>(this IReadOnlyList<TTable> tables, SyncTable table)
        where TTable : StoreTable =>
        tables.First(candidate => candidate.Table == table);

    /// <summary>Brings the rows of a batch into the order of their keys.</summary>
    public static void Arrange(this IReadOnlyList<StoreTable> tables, ChangeBatch batch)
    {
        foreach (var changes in batch.Tables)
        {
            tables.Of(changes.Table).Arrange(changes);
        }
    }

    /// <summary>Locks the rows of a batch that are there, or inserts those that are probably new.</summary>
    public static async ValueTask LockAsync(this IReadOnlyList<StoreTable> tables, ChangeBatch batch, bool areNew, CancellationToken cancellationToken)
    {
        foreach (var changes in batch.Tables)
        {
            await tables.Of(changes.Table).LockAsync(changes, areNew, cancellationToken);
        }
    }

    /// <summary>Forgets what an attempt that was given up left behind.</summary>
    public static void BeginAttempt(this IReadOnlyList<StoreTable> tables)
    {
        foreach (var table in tables)
        {
            table.BeginAttempt();
        }
    }

    /// <summary>Of a batch's rows, those that lack a parent, or may be to blame for one that does.</summary>
    public static async ValueTask<IReadOnlyList<RowPosition>> FindOrphansAsync(
        this IReadOnlyList<StoreTable> tables, ChangeBatch batch, BatchAttempt attempt, Suspicion suspicion, CancellationToken cancellationToken)
    {
        var found = new List<RowPosition>();
        foreach (var changes in batch.Tables)
        {
            found.AddRange(await tables.Of(changes.Table).FindOrphansAsync(changes, attempt, suspicion, cancellationToken));
        }

        return found;
    }
}
