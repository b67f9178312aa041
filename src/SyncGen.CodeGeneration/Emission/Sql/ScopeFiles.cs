using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.Sql;

/// <summary>
/// The SQL of a scope as files that people read, keep and run with the database's own client. A store gets its identity from the first
/// <c>ProvisionAsync</c> afterwards, so that a file may be run in many databases.
/// </summary>
internal static class ScopeFiles
{
    private const string Peer = "peer";
    private const string Leaf = "leaf";

    /// <summary>The files of a scope for some databases, such as <c>todo/Sqlite/provision.peer.sql</c>.</summary>
    public static IEnumerable<EmittedFile> Of(ScopeModel scope, Databases databases) =>
        from database in DatabaseEmitters.Of(databases)
        from file in Of(scope, database)
        select new EmittedFile($"{scope.Name}/{database.Name}/{file.Name}", file.Text);

    private static IEnumerable<EmittedFile> Of(ScopeModel scope, DatabaseEmitter database)
    {
        var parts = database.EmitScope(scope.Name, scope.Parameters.Count > 0);
        TableScript[] tables = [.. scope.Tables.Select(table => database.EmitTable(scope.Name, table))];
        yield return new EmittedFile($"provision.{Peer}.sql", Provision(scope, database, parts, tables, Peer));
        yield return new EmittedFile($"provision.{Leaf}.sql", Provision(scope, database, parts, tables, Leaf));
        var text = new ClientScript(database.Kind);
        text.Comment($"Takes away what provisioning added for the scope '{scope.Name}'. The application's tables stay.");
        foreach (var table in tables)
        {
            text.Add(table.Drop);
        }

        text.Add(parts.Drop);
        yield return new EmittedFile("deprovision.sql", text.ToString());
    }

    private static string Provision(ScopeModel scope, DatabaseEmitter database, ScopeScript parts, TableScript[] tables, string role)
    {
        var text = new ClientScript(database.Kind);
        text.Comment(
            $"Provisions a {role} of the scope '{scope.Name}', model {scope.Fingerprint}. May be run again.",
            "The first ProvisionAsync, or `syncgen provision`, gives the store its identity and completes what depends on the database's own indexes.");
        foreach (var table in tables)
        {
            text.Add(table.CreateTable);
        }

        foreach (var table in tables)
        {
            text.Add(table.CreateRelations);
        }

        text.Add(parts.Create);
        foreach (var table in tables)
        {
            text.Add(table.CreateLog);
            text.Add(role == Peer ? table.CreatePeer : table.CreateLeaf);
            text.Add(role == Peer ? table.CreatePart : "");
        }

        return text.ToString();
    }
}
