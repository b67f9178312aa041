using SyncGen.CodeGeneration.Emission.Sql;
using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Provisioning;
using SyncGen.Relational.State;
using SyncGen.Relational.Statements;
using SyncGen.Tool.Stores;

namespace SyncGen.Tool.Scripts;

/// <summary>What deprovisioning runs, as a script.</summary>
internal sealed class DeprovisionScript(RelationalConnection connection, SyncScope scope, RelationalScripts scripts, Database database)
{
    private readonly ClientScript _text = new(database.Kind);

    /// <summary>Composes the script, once.</summary>
    /// <returns>The script; empty where there is nothing to take away.</returns>
    public async ValueTask<string> ComposeAsync(CancellationToken cancellationToken)
    {
        var names = new ScopeNames(scope.Name, connection.Dialect);
        if (!await connection.HasTableAsync(names.State, cancellationToken))
        {
            return "";
        }

        var state = await new StateTable(connection, names).ReadAsync(cancellationToken);
        _text.Comment($"Takes away what provisioning the scope '{scope.Name}' added to {database.Title}.");
        foreach (var script in scripts.Tables)
        {
            _text.Add(script.Drop);
        }

        _text.Add(scripts.DropScope);
        await AddTablesAsync(CreatedTables.Read(state?.CreatedTables ?? "[]"), cancellationToken);
        return _text.ToString();
    }

    /// <summary>Drops the application's tables that provisioning made, while they and those that refer to them are empty.</summary>
    private async ValueTask AddTablesAsync(HashSet<string> created, CancellationToken cancellationToken)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        var dropped = new List<(SyncTable Table, RelationalTableScripts Script)>();
        foreach (var (table, script) in scope.Tables.Zip(scripts.Tables).Reverse().Where(pair => created.Contains(pair.First.Name)))
        {
            if (!await connection.HasTableAsync(table, cancellationToken))
            {
                continue;
            }

            if (kept.Contains(table.Name) || await RelationalStore.AnyAsync(connection.Statement(new TableSql(table, connection.Dialect).Any), cancellationToken))
            {
                kept.UnionWith(table.Relations.Select(relation => relation.Parent));
            }
            else
            {
                dropped.Add((table, script));
            }
        }

        foreach (var (_, script) in dropped)
        {
            _text.Add(script.DropRelations);
        }

        foreach (var (table, _) in dropped)
        {
            _text.Add($"DROP TABLE {connection.Dialect.QualifiedName(table)};");
        }
    }
}
