namespace SyncGen.CodeGeneration.Emission.PostgreSql;

/// <summary>Renders SQL for PostgreSQL, without an empty line at its end.</summary>
internal static class PostgreSqlTemplate
{
    public static string Render(string name, object view) => TemplateRenderer.Render("sql/postgresql/" + name, view).TrimEnd('\n');
}
