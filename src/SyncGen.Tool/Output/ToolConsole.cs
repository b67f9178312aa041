using Spectre.Console;

namespace SyncGen.Tool.Output;

/// <summary>Where results go, and where words for people go.</summary>
internal sealed class ToolConsole
{
    /// <summary>So wide that no cell breaks where nobody looks at a terminal.</summary>
    private const int UnboundedColumns = 4_000;

    private readonly IAnsiConsole _results;
    private readonly TextWriter _error;

    public ToolConsole(TextWriter output, TextWriter error, bool isJson, ToolEnvironment environment)
    {
        Out = isJson ? TextWriter.Null : output;
        _error = error;
        Error = new PrintableWriter(error);
        IsErrorTerminal = !Console.IsErrorRedirected;
        var isTerminal = !isJson && !Console.IsOutputRedirected;
        var hasColours = isTerminal && environment.AllowsColours;
        _results = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Out),
            Ansi = hasColours ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = hasColours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        if (!isTerminal)
        {
            _results.Profile.Width = UnboundedColumns;
        }
    }

    /// <summary>Results as they are; nowhere where JSON is asked for.</summary>
    public TextWriter Out { get; }

    /// <summary>Progress, warnings and errors.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether a person watches what goes to <see cref="Error"/>.</summary>
    public bool IsErrorTerminal { get; }

    /// <summary>Writes over the line that <see cref="Error"/> is in.</summary>
    public void Redraw(string text) => _error.Write('\r' + Printable.Line(text));

    /// <summary>Writes a line, or several, of a result.</summary>
    public void WriteLine(string line = "") => Out.WriteLine(Printable.Lines(line));

    /// <summary>Asks a person whether to go on; where nobody sits at a terminal, that was decided by the command line.</summary>
    public async Task<bool> ConfirmAsync(string question, CancellationToken cancellationToken)
    {
        if (Console.IsInputRedirected || !IsErrorTerminal || Out == TextWriter.Null)
        {
            return true;
        }

        await Error.WriteAsync($"{question} [y/N] ");
        var answer = await Console.In.ReadLineAsync(cancellationToken);
        return answer?.Trim() is "y" or "Y" or "yes";
    }

    /// <summary>Writes a table of texts; nothing where it has no rows.</summary>
    public void WriteTable(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.None };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(Printable.Line(cell))));
        }

        if (table.Rows.Count > 0)
        {
            _results.Write(table);
        }
    }
}
