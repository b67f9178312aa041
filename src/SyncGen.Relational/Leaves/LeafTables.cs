using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Leaves;

/// <summary>What is done with all tables of a leaf.</summary>
internal static class LeafTables
{
    /// <summary>Tries the rows again that were refused so far in this attempt, then gives them to the quarantine.</summary>
    public static async ValueTask SettleRefusedAsync(
        this IReadOnlyList<LeafTable> tables, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        foreach (var table in tables)
        {
            await table.SettleRefusedAsync(attempt, cancellationToken);
        }
    }
}
