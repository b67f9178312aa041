using System.Globalization;
using Spectre.Console;
using SyncGen;

namespace QuickStart.Output;

/// <summary>Moves progress bars as a session reports how far it is.</summary>
internal sealed class SessionProgress(ProgressContext context) : IProgress<SyncProgress>
{
    private readonly Dictionary<(SyncPhase Phase, string Client), ProgressTask> _bars = [];

    public void Report(SyncProgress value)
    {
        if (value.Phase is SyncPhase.Uploading or SyncPhase.Downloading && value.RowsExpected > 0)
        {
            var bar = BarOf(value);
            bar.MaxValue = value.RowsExpected;
            bar.Value = value.RowsDone;
            bar.Description = Describe(value);
        }
    }

    private ProgressTask BarOf(SyncProgress value)
    {
        var key = (value.Phase, value.Client);
        return _bars.TryGetValue(key, out var bar) ? bar : _bars[key] = context.AddTask(Describe(value));
    }

    private static string Describe(SyncProgress value)
    {
        var arrow = value.Phase == SyncPhase.Uploading ? "→" : "←";
        return Markup.Escape(string.Create(CultureInfo.InvariantCulture,
            $"{value.Client} {arrow} {value.Server}: {value.RowsDone:N0} of {value.RowsExpected:N0} rows, {value.BytesDone / 1000:N0} kB"));
    }
}
