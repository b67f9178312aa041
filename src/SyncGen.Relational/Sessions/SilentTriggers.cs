namespace SyncGen.Relational.Sessions;

/// <summary>What is written without setting off triggers, as far as the database may be told so.</summary>
internal static class SilentTriggers
{
    /// <summary>Runs something; where it fails, the transaction is to be rolled back.</summary>
    public static async ValueTask WithoutTriggersAsync(this RelationalConnection connection, Func<ValueTask> run, CancellationToken cancellationToken)
    {
        await connection.SetTriggersAsync(fire: false, cancellationToken);
        try
        {
            await run();
        }
        catch when (!connection.SilenceEndsWithTransaction)
        {
            await connection.SetTriggersAsync(fire: true, CancellationToken.None);
            throw;
        }

        await connection.SetTriggersAsync(fire: true, cancellationToken);
    }
}
