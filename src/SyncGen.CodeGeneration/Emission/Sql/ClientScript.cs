using System.Text;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.Sql;

/// <summary>A script as the database's own command-line client takes it.</summary>
/// <param name="database">The kind of database.</param>
internal sealed class ClientScript(Databases database)
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds lines of comment, and a blank one.</summary>
    public void Comment(params string[] lines)
    {
        foreach (var line in lines)
        {
            _text.Append("-- ").Append(line).Append('\n');
        }

        _text.Append('\n');
    }

    /// <summary>Adds statements, each of which ends in a semicolon; nothing where there are none.</summary>
    public void Add(string sql)
    {
        var trimmed = sql.Trim();
        if (trimmed.Length == 0)
        {
            return;
        }

        _text.Append(database == Databases.MySql ? Delimited(trimmed) : trimmed).Append('\n');
        _text.Append(database == Databases.SqlServer && !trimmed.EndsWith("\nGO", StringComparison.Ordinal) ? "GO\n\n" : "\n");
    }

    /// <summary>A text as a literal.</summary>
    public string Literal(string text)
    {
        var escaped = database == Databases.MySql ? text.Replace("\\", @"\\") : text;
        return $"{(database == Databases.SqlServer ? "N" : "")}'{escaped.Replace("'", "''")}'";
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";

    // MySQL's client would end a trigger at its first inner semicolon.
    private static string Delimited(string script) => string.Join("\n\n", script.Split(["\n\n"], StringSplitOptions.None).Select(statement =>
        statement.TrimStart().StartsWith("CREATE TRIGGER", StringComparison.Ordinal)
            ? $"DELIMITER $$\n{statement.TrimEnd(';', '\n')}$$\nDELIMITER ;"
            : statement));
}
