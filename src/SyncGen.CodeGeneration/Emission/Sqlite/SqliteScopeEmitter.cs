using SyncGen.CodeGeneration.Emission.Sql;

namespace SyncGen.CodeGeneration.Emission.Sqlite;

/// <summary>Emits what a scope keeps once in a SQLite database.</summary>
internal static class SqliteScopeEmitter
{
    public static ScopeScript Emit(string scope)
    {
        var view = SqliteScopeView.Of(scope);
        return new ScopeScript(SqliteTemplate.Render("CreateScope", view), SqliteTemplate.Render("DropScope", view));
    }
}
