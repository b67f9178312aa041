using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.Tool.Checks;

/// <summary>Finds out whether a login may read and write the application's tables, by statements that concern no row.</summary>
internal sealed class RightsTrial(RelationalConnection connection, SyncScope scope)
{
    /// <summary>Tries all tables that are there.</summary>
    /// <exception cref="SyncException">A statement was refused.</exception>
    public async ValueTask<bool> RunAsync(CancellationToken cancellationToken)
    {
        await connection.BeginAsync(TransactionKind.Read, cancellationToken);
        foreach (var table in scope.Tables)
        {
            if (await connection.HasTableAsync(table, cancellationToken))
            {
                await RunAsync(table, cancellationToken);
            }
        }

        await connection.RollbackAsync();
        return true;
    }

    private async ValueTask RunAsync(SyncTable table, CancellationToken cancellationToken)
    {
        var name = connection.Dialect.QualifiedName(table);
        var written = table.Columns.Where(column => !column.IsComputed).Select(column => connection.Dialect.Quote(column.Name)).ToList();
        var columns = string.Join(", ", written);
        await connection.ExecuteAsync($"SELECT {columns} FROM {name} WHERE 1 = 0", cancellationToken);
        await connection.ExecuteAsync($"UPDATE {name} SET {written[^1]} = {written[^1]} WHERE 1 = 0", cancellationToken);
        await connection.ExecuteAsync($"DELETE FROM {name} WHERE 1 = 0", cancellationToken);
        await connection.ExecuteAsync($"INSERT INTO {name} ({columns}) SELECT {columns} FROM {name} WHERE 1 = 0", cancellationToken);
    }
}
