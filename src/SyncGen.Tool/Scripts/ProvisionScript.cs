using SyncGen.CodeGeneration.Emission.Sql;
using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Filters;
using SyncGen.Relational.Provisioning;
using SyncGen.Tool.Stores;

namespace SyncGen.Tool.Scripts;

/// <summary>What provisioning runs in a database that is not provisioned, as a script.</summary>
internal sealed class ProvisionScript(RelationalConnection connection, SyncScope scope, RelationalScripts scripts, SyncRole role, Database database)
{
    private readonly ScopeNames _names = new(scope.Name, connection.Dialect);
    private readonly DatabaseSql _sql = DatabaseSql.Of(database);
    private readonly ClientScript _text = new(database.Kind);

    /// <summary>Composes the script, once.</summary>
    public async ValueTask<string> ComposeAsync(CancellationToken cancellationToken)
    {
        var tables = scope.Tables.Zip(scripts.Tables).ToList();
        var created = new List<string>();
        foreach (var (table, _) in tables)
        {
            if (!await connection.HasTableAsync(table, cancellationToken))
            {
                created.Add(table.Name);
            }
        }

        _text.Comment($"Provisions the scope '{scope.Name}' as a {(role == SyncRole.Leaf ? "leaf" : "peer")} in {database.Title}. May be run again.");
        foreach (var (_, script) in tables.Where(pair => created.Contains(pair.First.Name)))
        {
            _text.Add(script.CreateTable);
        }

        foreach (var (_, script) in tables.Where(pair => created.Contains(pair.First.Name)))
        {
            _text.Add(script.CreateRelations);
        }

        _text.Add(scripts.CreateScope);
        foreach (var (_, script) in tables)
        {
            _text.Add(script.CreateLog);
            _text.Add(role == SyncRole.Peer ? script.CreatePeer : script.CreateLeaf);
            _text.Add(role == SyncRole.Peer ? script.CreatePart : "");
        }

        await AddPartsAsync(created, cancellationToken);
        AddState(created);
        _text.Comment(
            "What depends on the database's own indexes and foreign keys is not in this script:",
            "`syncgen provision` adds it, and says whether all is well. Run it once afterwards.");
        return _text.ToString();
    }

    private async ValueTask AddPartsAsync(List<string> created, CancellationToken cancellationToken)
    {
        foreach (var layout in FilterLayout.Of(scope).OfType<FilterLayout>().Where(layout => role == SyncRole.Peer && !created.Contains(layout.Table.Name)))
        {
            var names = new TableNames(scope.Name, layout.Table, connection.Dialect);
            var traits = await connection.TraitsOfAsync(layout.Table, cancellationToken);
            var fill = new PartSql(layout, scope.Name, names, connection.Dialect, traits).Fill;
            _text.Add($"{fill.Replace(connection.Dialect.Parameter(0), "1", StringComparison.Ordinal)} AND NOT EXISTS (SELECT 1 FROM {Quote(_names.State)});");
        }
    }

    private void AddState(List<string> created)
    {
        var (state, replica) = (Quote(_names.State), Quote(_names.Replica));
        _text.Comment("The store's identity: the database makes a new one, so that the script may be run in many databases.");
        _text.Add($"INSERT INTO {replica} (id, replica) SELECT 1, {_sql.NewReplica}{_sql.FromNothing} WHERE NOT EXISTS (SELECT 1 FROM {replica});");
        var model = Quote(_names.Model);
        _text.Add(
            $"INSERT INTO {model} (n, fingerprint, description, tick, time) SELECT 1, '{scope.Fingerprint}', {_text.Literal(ScopeDescription.Of(scope).ToJson())}, 0, {_sql.Now}{_sql.FromNothing} "
            + $"WHERE NOT EXISTS (SELECT 1 FROM {model} WHERE fingerprint = '{scope.Fingerprint}');");
        var names = _text.Literal(CreatedTables.Write(created));
        _text.Add(
            $"INSERT INTO {state} (id, applying, format, model, role, self, tick, provisioned_replica, provisioned_tick, provisioned_time, forgotten_tick, forgotten_time, created_tables, hub, flags)\n"
            + $"SELECT 1, 0, 1, '{scope.Fingerprint}', {(int)role}, 1, 1, 1, 1, {_sql.Now}, 0, 0, {names}, NULL, {Flags(created)}{_sql.FromNothing}\n"
            + $"WHERE NOT EXISTS (SELECT 1 FROM {state});");
    }

    // A leaf that holds rows already has yet to send them up.
    private string Flags(List<string> created)
    {
        var any = scope.Tables.Where(table => !created.Contains(table.Name)).Select(table => $"EXISTS (SELECT 1 FROM {connection.Dialect.QualifiedName(table)})").ToList();
        return role == SyncRole.Peer || any.Count == 0 ? "0" : $"CASE WHEN {string.Join(" OR ", any)} THEN {(int)StoreFlags.EditEverything} ELSE 0 END";
    }

    private string Quote(string name) => connection.Dialect.Quote(name);
}
