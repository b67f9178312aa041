namespace SyncGen.CodeGeneration.Emission.Sql;

/// <summary>The SQL of a scope for one kind of database; the parts are those of the runtime's <c>RelationalScripts</c>.</summary>
internal sealed record ScopeScript(string Create, string Drop);
