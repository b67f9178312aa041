namespace SyncGen.CodeGeneration.Emission.Sqlite;

/// <summary>Renders SQL for SQLite, without an empty line at its end.</summary>
internal static class SqliteTemplate
{
    public static string Render(string name, object view) => TemplateRenderer.Render("sql/sqlite/" + name, view).TrimEnd('\n');
}
