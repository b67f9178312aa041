using SyncGen.Model;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Provisioning;

/// <summary>The application's tables, where provisioning finds none: they are created, and dropped again if nothing has come into them.</summary>
internal sealed class ApplicationTables(RelationalConnection connection, SyncScope scope, RelationalScripts scripts)
{
    /// <summary>Creates the tables that are missing; answers their names.</summary>
    public async ValueTask<List<string>> CreateAsync(CancellationToken cancellationToken)
    {
        var created = new List<string>();
        foreach (var (table, script) in scope.Tables.Zip(scripts.Tables))
        {
            if (!await connection.HasTableAsync(table, cancellationToken))
            {
                await connection.ExecuteAsync(script.CreateTable, cancellationToken);
                created.Add(table.Name);
            }
        }

        await RunAsync(table => created.Contains(table.Name), script => script.CreateRelations, cancellationToken);
        return created;
    }

    /// <summary>Drops the tables that provisioning created, unless rows have come into them since, or into one that refers to them.</summary>
    public async ValueTask DropAsync(IReadOnlySet<string> created, CancellationToken cancellationToken)
    {
        var dropped = new List<SyncTable>();
        var kept = new Stack<SyncTable>();
        foreach (var table in scope.Tables.Reverse().Where(table => created.Contains(table.Name)))
        {
            if (await connection.HasTableAsync(table, cancellationToken))
            {
                dropped.Add(table);
                if (await HasRowsAsync(table, cancellationToken))
                {
                    kept.Push(table);
                }
            }
        }

        while (kept.TryPop(out var table))
        {
            dropped.Remove(table);
            foreach (var parent in dropped.Where(other => table.Relations.Any(relation => relation.Parent == other.Name)))
            {
                kept.Push(parent);
            }
        }

        await RunAsync(dropped.Contains, script => script.DropRelations, cancellationToken);
        foreach (var table in dropped)
        {
            await connection.ExecuteAsync($"DROP TABLE {connection.Dialect.QualifiedName(table)}", cancellationToken);
        }
    }

    /// <summary>Whether there was a row in any table before it was provisioned.</summary>
    public async ValueTask<bool> HadRowsAsync(List<string> created, CancellationToken cancellationToken)
    {
        foreach (var table in scope.Tables)
        {
            if (!created.Contains(table.Name) && await HasRowsAsync(table, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private ValueTask<bool> HasRowsAsync(SyncTable table, CancellationToken cancellationToken) =>
        RelationalStore.AnyAsync(
            connection.Statement(new TableSql(table, connection.Dialect).Any), cancellationToken);

    private async ValueTask RunAsync(Func<SyncTable, bool> isMeant, Func<RelationalTableScripts, string> part, CancellationToken cancellationToken)
    {
        foreach (var (table, script) in scope.Tables.Zip(scripts.Tables))
        {
            if (isMeant(table) && part(script) is { Length: > 0 } sql)
            {
                await connection.ExecuteAsync(sql, cancellationToken);
            }
        }
    }
}
