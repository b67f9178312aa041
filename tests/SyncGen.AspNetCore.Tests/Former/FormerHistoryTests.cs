using System.Globalization;
using SyncGen.AspNetCore.Tests.Service;
using SyncGen.Testing;
using Xunit.Abstractions;

namespace SyncGen.AspNetCore.Tests.Former;

/// <summary>
/// Random histories of programs of both models, over a network that loses things: all end with the same rows, nothing that a user wrote
/// goes without a trace, and older programs leave alone what they do not know. SYNCGEN_SEED for others.
/// </summary>
public sealed class FormerHistoryTests(ITestOutputHelper output)
{
    private static int Seed => int.TryParse(Environment.GetEnvironmentVariable("SYNCGEN_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20261129;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public Task Histories_with_a_hub_in_SQLite(int n) => RunAsync(HubKind.Sqlite, Seed + n);

    [RequiresFact(Requirement.PostgreSql)]
    public Task History_with_a_hub_in_PostgreSQL() => RunAsync(HubKind.PostgreSql, Seed + 100);

    [RequiresFact(Requirement.MariaDb)]
    public Task History_with_a_hub_in_MariaDB() => RunAsync(HubKind.MariaDb, Seed + 200);

    private async Task RunAsync(HubKind kind, int seed)
    {
        output.WriteLine($"seed {seed}");
        await using var depot = await Depot.StartAsync(kind, options => options.BatchBytesMax = 1_500);
        using var faults = new FaultyNetwork(seed);
        await using var young = await Device.LaterAsync(depot, faults.Client);
        await using var one = await Device.EarlierAsync(depot, faults.Client);
        await using var two = await Device.EarlierAsync(depot, faults.Client);
        var history = new FormerHistory(seed, depot, young, [one, two]);
        await history.RunAsync(steps: 250);
        faults.IsOn = false;

        await history.AssertAgreementAsync();
        Assert.True(faults.Count > 10 && history.Watched > 100, $"seed {seed}: {faults.Count} faults, {history.Watched} rows looked at");
    }
}
