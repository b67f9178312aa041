using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Stores;

/// <summary>Writes the loser of a conflict back as any other program would write it, so that the triggers see an edit.</summary>
internal sealed class ConflictRestore(RelationalConnection connection, SyncScope scope)
{
    /// <summary>Restores a conflict's loser; null where there is no such conflict.</summary>
    public async ValueTask<RestoredRow?> RunAsync(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } loser)
        {
            return null;
        }

        var table = scope.Tables.FirstOrDefault(table => table.Name == loser.Table)
            ?? throw new ToolException($"Conflict {id} is of a table '{loser.Table}', which the model does not have.", ExitCode.Failed);
        await connection.BeginAsync(TransactionKind.Write, cancellationToken);
        var outcome = await table.Accept(new RowRestore(connection, loser, cancellationToken));
        if (outcome.IsRefused)
        {
            throw new ToolException($"The database refuses the row {loser.Key} of '{loser.Table}': {outcome.Reason}. Correct what is in its way, and restore it then.", ExitCode.Failed);
        }

        await connection.CommitAsync(cancellationToken);
        return loser;
    }

    private async ValueTask<RestoredRow?> FindAsync(long id, CancellationToken cancellationToken)
    {
        var log = connection.Dialect.Quote(new ScopeNames(scope.Name, connection.Dialect).Conflict);
        var find = connection.Statement($"SELECT table_name, row_key, loser_row FROM {log} WHERE id = {connection.Dialect.Parameter(0)}");
        find.Parameters.SetInt64(0, id);
        if (!await find.ReadAsync(cancellationToken))
        {
            return null;
        }

        var row = find.Row;
        var loser = new RestoredRow(row.GetString(0), row.GetString(1), row.IsNull(2) ? null : row.GetString(2));
        find.Reset();
        return loser;
    }
}
