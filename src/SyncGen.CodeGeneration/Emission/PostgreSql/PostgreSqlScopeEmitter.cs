using SyncGen.CodeGeneration.Emission.Sql;

namespace SyncGen.CodeGeneration.Emission.PostgreSql;

/// <summary>Emits what a scope keeps once in a PostgreSQL database.</summary>
internal static class PostgreSqlScopeEmitter
{
    public static ScopeScript Emit(string scope)
    {
        var view = PostgreSqlScopeView.Of(scope);
        return new ScopeScript(PostgreSqlTemplate.Render("CreateScope", view), PostgreSqlTemplate.Render("DropScope", view));
    }
}
