using SyncGen.CodeGeneration.Emission.Sql;

namespace SyncGen.CodeGeneration.Emission.MySql;

/// <summary>Emits what a scope keeps once in a MySQL database.</summary>
internal static class MySqlScopeEmitter
{
    public static ScopeScript Emit(string scope, bool hasFilters)
    {
        var view = MySqlScopeView.Of(scope);
        var create = MySqlTemplate.Render("CreateScope", view);
        var drop = MySqlTemplate.Render("DropScope", view);
        return hasFilters
            ? new ScopeScript($"{create}\n\n{MySqlTemplate.Render("CreateInstance", view)}", $"{drop}\n{MySqlTemplate.Render("DropInstance", view)}")
            : new ScopeScript(create, drop);
    }
}
