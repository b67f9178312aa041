using SyncGen.Model;
using SyncGen.Relational.Filters;
using SyncGen.Relational.Provisioning;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Migrations;

/// <summary>Brings tables to the present model: those of the application, and what is kept for them.</summary>
internal sealed class TableMigrator(RelationalConnection connection, SyncScope scope, SyncRole role, RelationalScripts scripts, RelationalSchema schema)
{
    private readonly IReadOnlyList<FilterLayout?> _layouts = FilterLayout.Of(scope);

    /// <summary>Brings a table that is in the model to it.</summary>
    /// <param name="plan">What is to be done.</param>
    /// <param name="isCreated">Whether provisioning created the application's table.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask RunAsync(TableMigration plan, bool isCreated, CancellationToken cancellationToken)
    {
        var script = scripts.Tables[plan.Ordinal];
        var names = new TableNames(scope.Name, plan.Table, connection.Dialect);
        var former = plan.Former is null ? names : new TableNames(scope.Name, plan.Former, connection.Dialect);
        List<string> changes =
        [
            .. plan.Renames.Select(rename => connection.Dialect.RenameColumn(plan.Table, rename.From, rename.To)),
            .. plan.Drops.SelectMany(drop => drop.Statements),
        ];
        if (plan.Former is null)
        {
            await ExecuteAsync([.. changes, .. plan.Additions, script.CreateLog], cancellationToken);
        }
        else
        {
            await schema.AlterAsync(connection, plan.Table, former, script.CreateLog, plan.Additions, changes, cancellationToken);
        }

        if (isCreated && plan.Additions.Count > 0)
        {
            // The indexes of new columns: the table itself is there.
            await connection.ExecuteAsync(script.CreateTable, cancellationToken);
        }

        await connection.ExecuteAsync(role == SyncRole.Peer ? script.CreatePeer : script.CreateLeaf, cancellationToken);
        if (plan.IsRenamed)
        {
            if (role == SyncRole.Peer && script.CreatePart.Length > 0)
            {
                await connection.ExecuteAsync(script.CreatePart, cancellationToken);
            }

            await new TrackingCopy(connection).RunAsync(former, names, role, _layouts[plan.Ordinal], cancellationToken);
            await DropKeptAsync(former, cancellationToken);
            await RenameRecordsAsync(plan.Former!.Name, plan.Table.Name, cancellationToken);
        }
    }

    /// <summary>Ends to track a table that is no longer in the model.</summary>
    public async ValueTask RemoveAsync(FormerTable table, bool isDropped, CancellationToken cancellationToken)
    {
        var names = new TableNames(scope.Name, table, connection.Dialect);
        await schema.RemoveTriggersAsync(table, names, cancellationToken);
        await DropKeptAsync(names, cancellationToken);
        await ForgetWaitingAsync(table.Name, cancellationToken);
        if (isDropped)
        {
            await connection.ExecuteAsync($"DROP TABLE {connection.Dialect.QualifiedName(table)}", cancellationToken);
        }
    }

    /// <summary>When all tables are as they are to be: checks them, and counts as written what has not travelled before. Answers of which tables writes may have gone unseen.</summary>
    public async ValueTask<IReadOnlyDictionary<SyncTable, TrackingGap>> FinishAsync(Migration migration, CancellationToken cancellationToken)
    {
        var unseen = await schema.FindUnseenAsync(cancellationToken);
        foreach (var table in scope.Tables)
        {
            await schema.CompleteAsync(table, cancellationToken);
        }

        connection.DropStatements();
        await schema.CheckAsync(cancellationToken);
        foreach (var plan in migration.Tables)
        {
            var log = new LogSql(plan.Table, new TableNames(scope.Name, plan.Table, connection.Dialect), connection.Dialect);
            if (plan is { Former: null, CreatesTable: false })
            {
                await connection.Statement(log.TouchAll).RunAsync(cancellationToken);
            }
            else if (plan is { WasUnseen: false, Taken.Count: > 0 })
            {
                await connection.Statement(log.Touch(string.Join(" OR ", plan.Taken.Select(HasValue)))).RunAsync(cancellationToken);
            }

            await plan.Table.Accept(new WaitingRows(connection, scope, plan, cancellationToken));
        }

        return migration.Tables.ToDictionary(
            plan => plan.Table, plan => plan.Former is not null && (plan.WasUnseen || unseen.Contains(plan.Table)) ? TrackingGap.All : TrackingGap.None);
    }

    private async ValueTask ExecuteAsync(IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        foreach (var statement in statements)
        {
            await connection.ExecuteAsync(statement, cancellationToken);
        }
    }

    private string HasValue((string Column, string? Empty) taken)
    {
        var column = "t." + connection.Dialect.Quote(taken.Column);
        return taken.Empty is null ? column + " IS NOT NULL" : $"{column} <> {taken.Empty}";
    }

    private async ValueTask DropKeptAsync(TableNames names, CancellationToken cancellationToken)
    {
        foreach (var name in new[] { names.Log, names.Track, names.Edit, names.Seen, names.Move, names.Part })
        {
            await connection.ExecuteAsync($"DROP TABLE IF EXISTS {connection.Dialect.Quote(name)}", cancellationToken);
        }
    }

    private async ValueTask RenameRecordsAsync(string from, string to, CancellationToken cancellationToken)
    {
        var names = new ScopeNames(scope.Name, connection.Dialect);
        foreach (var records in new[] { names.Quarantine, names.Conflict })
        {
            var rename = connection.Statement(
                $"UPDATE {connection.Dialect.Quote(records)} SET table_name = {connection.Dialect.Parameter(0)} WHERE table_name = {connection.Dialect.Parameter(1)}");
            rename.Parameters.SetString(0, to);
            rename.Parameters.SetString(1, from);
            await rename.RunAsync(cancellationToken);
        }
    }

    // What waits of a table that is gone is not missing any more.
    private async ValueTask ForgetWaitingAsync(string table, CancellationToken cancellationToken)
    {
        var names = new ScopeNames(scope.Name, connection.Dialect);
        var (quarantine, missing, p) = (connection.Dialect.Quote(names.Quarantine), connection.Dialect.Quote(names.Missing), connection.Dialect.Parameter(0));
        foreach (var sql in new[]
        {
            $"DELETE FROM {missing} WHERE EXISTS (SELECT 1 FROM {quarantine} AS q WHERE q.table_name = {p} AND q.replica = {missing}.replica AND q.tick = {missing}.tick)",
            $"DELETE FROM {quarantine} WHERE table_name = {p}",
        })
        {
            var statement = connection.Statement(sql);
            statement.Parameters.SetString(0, table);
            await statement.RunAsync(cancellationToken);
        }
    }
}
