using System.Text;
using SyncGen.Tool.Stores;

namespace SyncGen.Tool.Scripts;

/// <summary>A script as the database's own command-line client takes it.</summary>
internal sealed class ScriptText(Database database)
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds lines of comment.</summary>
    public void Comment(params string[] lines)
    {
        foreach (var line in lines)
        {
            _text.Append("-- ").Append(line).Append('\n');
        }

        _text.Append('\n');
    }

    /// <summary>Adds statements, each of which ends in a semicolon.</summary>
    public void Add(string sql)
    {
        if (sql.Trim() is not { Length: > 0 } trimmed)
        {
            return;
        }

        _text.Append(database == Database.MySql ? Delimited(trimmed) : trimmed).Append('\n');
        _text.Append(database == Database.SqlServer && !trimmed.EndsWith("\nGO", StringComparison.Ordinal) ? "GO\n\n" : "\n");
    }

    /// <summary>A text as a literal.</summary>
    public string Literal(string text)
    {
        var escaped = database == Database.MySql ? text.Replace("\\", "\\\\", StringComparison.Ordinal) : text;
        return $"{(database == Database.SqlServer ? "N" : "")}'{escaped.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    // MySQL's client would end a trigger at its first inner semicolon.
    private static string Delimited(string script) => string.Join("\n\n", script.Split("\n\n").Select(statement =>
        statement.TrimStart().StartsWith("CREATE TRIGGER", StringComparison.Ordinal)
            ? $"DELIMITER $$\n{statement.TrimEnd(';', '\n')}$$\nDELIMITER ;"
            : statement));
}
