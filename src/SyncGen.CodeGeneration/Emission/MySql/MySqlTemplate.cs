namespace SyncGen.CodeGeneration.Emission.MySql;

/// <summary>Renders SQL for MySQL, without an empty line at its end.</summary>
internal static class MySqlTemplate
{
    public static string Render(string name, object view) => TemplateRenderer.Render("sql/mysql/" + name, view).TrimEnd('\n');
}
