namespace SyncGen.CodeGeneration.Emission.SqlServer;

/// <summary>Renders SQL for SQL Server, without an empty line at its end. Where one batch ends and the next begins stands <c>GO</c>, alone in its line.</summary>
internal static class SqlServerTemplate
{
    public static string Render(string name, object view) => TemplateRenderer.Render("sql/sqlserver/" + name, view).TrimEnd('\n');
}
