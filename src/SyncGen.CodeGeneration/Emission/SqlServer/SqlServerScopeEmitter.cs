using SyncGen.CodeGeneration.Emission.Sql;

namespace SyncGen.CodeGeneration.Emission.SqlServer;

/// <summary>Emits what a scope keeps once in a SQL Server database.</summary>
internal static class SqlServerScopeEmitter
{
    public static ScopeScript Emit(string scope, bool hasFilters)
    {
        var view = SqlServerScopeView.Of(scope);
        var create = SqlServerTemplate.Render("CreateScope", view);
        var drop = SqlServerTemplate.Render("DropScope", view);
        return hasFilters
            ? new ScopeScript($"{create}\n\n{SqlServerTemplate.Render("CreateInstance", view)}", $"{drop}\n{SqlServerTemplate.Render("DropInstance", view)}")
            : new ScopeScript(create, drop);
    }
}
