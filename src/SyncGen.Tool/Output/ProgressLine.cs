using System.Globalization;

namespace SyncGen.Tool.Output;

/// <summary>
/// Says how far a session is: on a terminal one line that is written over, elsewhere a line for each phase. Thread-safe.
/// </summary>
internal sealed class ProgressLine(ToolConsole console) : IProgress<SyncProgress>, IDisposable
{
    private readonly Lock _lock = new();
    private (SyncPhase Phase, string Client) _said;
    private int _width;

    /// <inheritdoc/>
    public void Report(SyncProgress value)
    {
        lock (_lock)
        {
            if (console.IsErrorTerminal)
            {
                Overwrite(Text(value));
            }
            else if (_said != (value.Phase, value.Client) && value.Phase != SyncPhase.Completed)
            {
                console.Error.WriteLine(Text(value));
            }

            _said = (value.Phase, value.Client);
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            if (console.IsErrorTerminal && _width > 0)
            {
                Overwrite("");
                console.Redraw("");
                _width = 0;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    private void Overwrite(string text)
    {
        console.Redraw(text.PadRight(_width));
        _width = text.Length;
    }

    private static string Text(SyncProgress value)
    {
        var what = $"{value.Client} and {value.Server}: {value.Phase.ToString().ToLowerInvariant()}";
        return value.RowsExpected == 0
            ? what
            : string.Create(CultureInfo.InvariantCulture, $"{what} {value.Table} {value.RowsDone:N0} of {value.RowsExpected:N0} rows");
    }
}
