using SyncGen.CodeGeneration.Emission.Sql;

namespace SyncGen.CodeGeneration.Emission.PostgreSql;

/// <summary>Emits what a scope keeps once in a PostgreSQL database.</summary>
internal static class PostgreSqlScopeEmitter
{
    public static ScopeScript Emit(string scope, bool hasFilters)
    {
        var view = PostgreSqlScopeView.Of(scope);
        var create = PostgreSqlTemplate.Render("CreateScope", view);
        var drop = PostgreSqlTemplate.Render("DropScope", view);
        return hasFilters
            ? new ScopeScript($"{create}\n\n{PostgreSqlTemplate.Render("CreateInstance", view)}", $"{drop}\n{PostgreSqlTemplate.Render("DropInstance", view)}")
            : new ScopeScript(create, drop);
    }
}
