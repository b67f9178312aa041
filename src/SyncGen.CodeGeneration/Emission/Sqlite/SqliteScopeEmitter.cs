using SyncGen.CodeGeneration.Emission.Sql;

namespace SyncGen.CodeGeneration.Emission.Sqlite;

/// <summary>Emits what a scope keeps once in a SQLite database.</summary>
internal static class SqliteScopeEmitter
{
    public static ScopeScript Emit(string scope, bool hasFilters)
    {
        var view = SqliteScopeView.Of(scope);
        var create = SqliteTemplate.Render("CreateScope", view);
        var drop = SqliteTemplate.Render("DropScope", view);
        return hasFilters
            ? new ScopeScript($"{create}\n\n{SqliteTemplate.Render("CreateInstance", view)}", $"{drop}\n{SqliteTemplate.Render("DropInstance", view)}")
            : new ScopeScript(create, drop);
    }
}
