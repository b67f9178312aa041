using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using SyncGen.AspNetCore.Tests.Model;
using SyncGen.AspNetCore.Tests.Service;
using SyncGen.Http;
using SyncGen.Sqlite;
using SyncGen.Testing;

namespace SyncGen.AspNetCore.Tests;

/// <summary>Who watches learns what requests do, and nothing of rows, keys, blobs and users.</summary>
public sealed class TelemetryTests
{
    private const string Secret = "a title that nobody else may read";

    [Fact]
    public async Task Requests_leave_activities_and_measurements_that_hold_no_values()
    {
        var activities = new ConcurrentQueue<Activity>();
        var measured = new ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)>();
        using var activityListener = ListenToActivities(activities);
        using var meterListener = ListenToMeters(measured);
        using var folder = new TemporaryFolder();
        var store = $"Data Source={folder.File("kiosk.db")}";
        await using var application = await HostedApplication.StartAsync(
            application => application.MapKioskScope("/sync"), services => services.AddKioskScope(_ => KioskScope.Sqlite(store, SyncRole.Peer)));
        using var ann = new Stranger(application.Address, "Kiosk", isJson: true, "ann-the-user");
        using var ben = new Stranger(application.Address, "Kiosk", isJson: false, "ben-the-user");
        var id = Guid.NewGuid();

        await ann.UploadAsync([StrangerEntry.NewItem(id, Secret)]);
        var row = (await ben.DownloadAsync()).Single();
        await ann.UploadAsync([StrangerEntry.NewItem(id, Secret + " 2", rowId: row.Id)]);
        await ben.UploadAsync([StrangerEntry.NewItem(id, Secret + " 3", rowId: row.Id)]);
        await ann.SendAsync(HttpMethod.Post, "UploadChanges", "{");
        await ann.SendAsync(HttpMethod.Get, $"{Secret.Replace(' ', '-')}", null);
        using (var http = new HttpClient())
        {
            await using var leaf = KioskScope.Sqlite($"Data Source={folder.File("leaf.db")}");
            await using var hub = KioskScope.Http(application.Address, new HttpProviderOptions { Client = () => http });
            await leaf.ProvisionAsync();
            await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();
        }

        TestStores.Run(store, "UPDATE syncgen_Kiosk_state SET model = 'another'");
        await ann.SendAsync(HttpMethod.Get, "DownloadChanges", null);
        // A request is measured when its answer has left.
        Assert.True(SpinWait.SpinUntil(() => activities.Count == 8, TimeSpan.FromSeconds(30)));
        meterListener.Dispose();

        var ended = activities.OrderBy(activity => activity.StartTimeUtc).ToList();
        Assert.Equal(
            ["UploadChanges json 1 0 completed", "DownloadChanges atom 1 0 completed", "UploadChanges json 1 0 completed", "UploadChanges atom 1 1 completed",
                "UploadChanges json 0 0 refused", "other json 0 0 refused", "DownloadChanges compact 1 0 completed", "DownloadChanges json 0 0 failed"],
            ended.Select(activity => $"{activity.GetTagItem("syncgen.operation")} {activity.GetTagItem("syncgen.format")} {activity.GetTagItem("syncgen.rows")} {activity.GetTagItem("syncgen.conflicts")} {activity.GetTagItem("syncgen.outcome")}"));
        Assert.Equal((400, "MalformedData", ActivityStatusCode.Unset), Ending(ended[4]));
        Assert.Equal((500, "ModelMismatch", ActivityStatusCode.Error), Ending(ended[7]));
        Assert.Equal(8, Sum(measured, "syncgen.service.requests"));
        Assert.Equal(1, Sum(measured, "syncgen.service.requests", ("syncgen.outcome", "failed"), ("error.type", "ModelMismatch")));
        Assert.Equal(8, measured.Count(one => one.Name == "syncgen.service.request.duration" && one.Value > 0));
        Assert.Equal(3, Sum(measured, "syncgen.service.rows", ("syncgen.direction", "upload")));
        Assert.Equal(2, Sum(measured, "syncgen.service.rows", ("syncgen.direction", "download")));
        Assert.Equal(1, Sum(measured, "syncgen.service.conflicts"));
        Assert.InRange(Sum(measured, "syncgen.service.bytes", ("syncgen.direction", "upload")), 500, 20_000);
        Assert.InRange(Sum(measured, "syncgen.service.bytes", ("syncgen.direction", "download")), 500, 20_000);
        var all = string.Join('\n', activities.SelectMany(activity => activity.TagObjects).Concat(measured.SelectMany(one => one.Tags)).Select(tag => $"{tag.Key}={tag.Value}"));
        Assert.All(new[] { "title", "the-user", id.ToString(), ann.Blob!, "Data Source", folder.Path }, secret => Assert.DoesNotContain(secret, all, StringComparison.OrdinalIgnoreCase));
    }

    private static (int?, string?, ActivityStatusCode) Ending(Activity activity) =>
        ((int?)activity.GetTagItem("http.response.status_code"), (string?)activity.GetTagItem("error.type"), activity.Status);

    private static double Sum(IEnumerable<(string Name, double Value, Dictionary<string, object?> Tags)> measured, string name, params (string Key, string Value)[] tags) =>
        measured.Where(one => one.Name == name && tags.All(tag => Equals(one.Tags.GetValueOrDefault(tag.Key), tag.Value))).Sum(one => one.Value);

    private static ActivityListener ListenToActivities(ConcurrentQueue<Activity> into)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == SyncTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.OperationName == "serve" && "Kiosk".Equals(activity.GetTagItem("syncgen.scope")))
                {
                    into.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener ListenToMeters(ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> into)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == SyncTelemetry.Name && instrument.Name.StartsWith("syncgen.service.", StringComparison.Ordinal))
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
        return listener;

        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var named = tags.ToArray().ToDictionary(StringComparer.Ordinal);
            if ("Kiosk".Equals(named["syncgen.scope"]))
            {
                into.Enqueue((instrument.Name, value, named));
            }
        }
    }
}
