namespace SyncGen.Relational.Provisioning;

/// <summary>Changes a schema in one transaction, where the database has that; else each statement by itself, under a lock.</summary>
internal static class SchemaTransaction
{
    public static async ValueTask RunAsync(RelationalConnection connection, Func<ValueTask> change, CancellationToken cancellationToken)
    {
        await connection.BeginAsync(TransactionKind.Provision, cancellationToken);
        try
        {
            await change();
            await connection.CommitAsync(cancellationToken);
        }
        catch
        {
            connection.DropStatements();
            await connection.RollbackAsync();
            throw;
        }
    }
}
