using System.Diagnostics.Metrics;

namespace SyncGen.Tests.Telemetry;

/// <summary>Hears the measurements of the sessions of one scope.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<(string Instrument, double Value, string Tags)> _all = [];

    public Measurements(string scope)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == SyncTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags, scope));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags, scope));
        _listener.Start();
    }

    public IReadOnlyList<string> Instruments => [.. _all.Select(one => one.Instrument).Distinct().Order()];

    public double Sum(string instrument, string tag) =>
        _all.Where(one => one.Instrument == instrument && one.Tags.Contains(tag, StringComparison.Ordinal)).Sum(one => one.Value);

    public void Dispose() => _listener.Dispose();

    // Other tests run sessions at the same time, over other scopes.
    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, string scope)
    {
        var text = string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
        if (text.Contains($"syncgen.scope={scope}", StringComparison.Ordinal))
        {
            lock (_all)
            {
                _all.Add((instrument.Name, value, text));
            }
        }
    }
}
