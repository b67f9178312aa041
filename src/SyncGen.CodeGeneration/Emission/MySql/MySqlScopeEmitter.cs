using SyncGen.CodeGeneration.Emission.Sql;

namespace SyncGen.CodeGeneration.Emission.MySql;

/// <summary>Emits what a scope keeps once in a MySQL database.</summary>
internal static class MySqlScopeEmitter
{
    public static ScopeScript Emit(string scope)
    {
        var view = MySqlScopeView.Of(scope);
        return new ScopeScript(MySqlTemplate.Render("CreateScope", view), MySqlTemplate.Render("DropScope", view));
    }
}
