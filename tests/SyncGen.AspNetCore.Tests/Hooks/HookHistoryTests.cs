using SyncGen.AspNetCore.Hooks;
using SyncGen.AspNetCore.Tests.Model;
using SyncGen.AspNetCore.Tests.Service;
using SyncGen.Conflicts;

namespace SyncGen.AspNetCore.Tests.Hooks;

/// <summary>Whatever hooks make of rows and conflicts, and whatever answers are lost: in the end clients that others wrote have what the hub has.</summary>
public sealed class HookHistoryTests
{
    private const int Steps = 40;

    private static readonly Guid[] s_ids = [.. Enumerable.Range(1, 8).Select(i => new Guid(i, 0, 0, new byte[8]))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Random_work_of_two_devices_and_of_the_hub_ends_alike(int seed)
    {
        var random = new Random(seed);
        await using var service = await HookedService.StartAsync();
        using var json = service.Device(isJson: true);
        using var atom = service.Device(isJson: false);
        StrangerDevice[] devices = [json, atom];
        SetRules(service.Rules);
        for (var step = 0; step < Steps; step++)
        {
            var device = devices[random.Next(2)];
            for (var edits = random.Next(4); edits > 0; edits--)
            {
                var id = s_ids[random.Next(s_ids.Length)];
                if (random.Next(3) == 0 && device.MayDelete(id))
                {
                    device.Delete(id);
                }
                else
                {
                    device.Put(id, Title(random));
                }
            }

            if (random.Next(3) == 0)
            {
                TestStores.Run(service.Shop, $"UPDATE Item SET Title = 'hub {step}' WHERE Id IN (SELECT Id FROM Item ORDER BY Id LIMIT 1 OFFSET {random.Next(4)})");
                TestStores.Run(service.Shop, $"DELETE FROM Item WHERE Id IN (SELECT Id FROM Item ORDER BY Id LIMIT 1 OFFSET {random.Next(2, 12)})");
            }

            await device.SyncAsync(loseAnswer: random.Next(3) == 0);
        }

        foreach (var device in devices.Concat(devices))
        {
            await device.SyncAsync();
        }

        Assert.Equal(service.Titles().Order(StringComparer.Ordinal), json.Titles);
        Assert.Equal(service.Titles().Order(StringComparer.Ordinal), atom.Titles);
        Assert.Empty(service.Log.Entries);
        Assert.Contains(service.Rules.Calls, call => call.Contains("resolve", StringComparison.Ordinal));
        Assert.Contains(json.Shown.Concat(atom.Shown), shown => shown.Error is not null);
        Assert.Contains(json.Shown.Concat(atom.Shown), shown => shown.Resolution == "ServerWins");
    }

    // Some titles are taken, some changed, by what the hook does not do twice alike, and some rejected.
    private static void SetRules(HookRules rules)
    {
        var count = 0;
        rules.Writing = (row, _) => (row.Title.Length % 4) switch
        {
            0 => RowDecision<Item>.Reject("Not of this length."),
            1 => RowDecision<Item>.Accept,
            _ => RowDecision<Item>.Change(row with { Title = $"{row.Title.Trim()}.{++count}" }),
        };
        rules.Deleting = key => (Array.IndexOf(s_ids, key.Id) % 3) switch
        {
            0 => RowDecision<Item>.Reject("Stays."),
            1 => RowDecision<Item>.Change(new Item { Id = key.Id, Title = $"archived.{++count}" }),
            _ => RowDecision<Item>.Accept,
        };
        rules.Resolve = conflict => (conflict.Incoming.Row.Id.ToByteArray()[0] % 5) switch
        {
            0 => ConflictResolution<Item>.TakeIncoming,
            1 => ConflictResolution<Item>.KeepLocal,
            2 => ConflictResolution<Item>.Delete,
            3 => ConflictResolution<Item>.Merge(new Item { Id = conflict.Local.Row.Id, Title = $"merged.{++count}" }),
            _ => null,
        };
    }

    private static string Title(Random random) => new string('x', random.Next(1, 5)) + new string(' ', random.Next(3));
}
