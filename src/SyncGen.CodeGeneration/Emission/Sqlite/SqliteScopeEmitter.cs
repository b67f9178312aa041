namespace SyncGen.CodeGeneration.Emission.Sqlite;

/// <summary>Emits what a scope keeps once in a SQLite database.</summary>
internal static class SqliteScopeEmitter
{
    public static SqliteScopeScript Emit(string scope)
    {
        var view = SqliteScopeView.Of(scope);
        return new SqliteScopeScript(SqliteTemplate.Render("CreateScope", view), SqliteTemplate.Render("DropScope", view));
    }
}
