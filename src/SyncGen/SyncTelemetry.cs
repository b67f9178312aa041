using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SyncGen;

/// <summary>
/// What an operator can watch: an activity source and a meter, both named <see cref="Name"/>. No tag holds a row's value,
/// a key or a connection string; the README lists them.
/// </summary>
public static class SyncTelemetry
{
    /// <summary>The name of the activity source and of the meter, for OpenTelemetry's <c>AddSource</c> and <c>AddMeter</c>: <c>SyncGen</c>.</summary>
    public const string Name = "SyncGen";

    internal static ActivitySource Activities { get; } = new(Name);

    internal static Meter Meter { get; } = new(Name);

    internal static Counter<long> Sessions { get; } = Meter.CreateCounter<long>("syncgen.sessions", "{session}", "Sessions that ended, by outcome.");

    internal static Histogram<double> SessionDuration { get; } = Meter.CreateHistogram<double>("syncgen.session.duration", "s", "How long sessions took.");

    internal static Counter<long> Rows { get; } = Meter.CreateCounter<long>("syncgen.rows", "{row}", "Rows that stores received, by what became of them.");

    internal static Counter<long> Conflicts { get; } = Meter.CreateCounter<long>("syncgen.conflicts", "{conflict}", "Conflicts that were found and settled.");

    internal static Counter<long> Quarantined { get; } = Meter.CreateCounter<long>("syncgen.quarantined", "{row}", "Rows that were put into quarantine.");

    internal static Counter<long> Bytes { get; } = Meter.CreateCounter<long>("syncgen.bytes", "By", "Size of the rows that travelled, about.");
}
