using Microsoft.Data.Sqlite;
using SyncGen.Providers.Specification.Databases;

namespace SyncGen.Tool.Tests.Endurance;

/// <summary>What goes wrong in a group's life: servers and the program are killed and started again, a file is locked, connections break.</summary>
internal sealed class Trouble(GroupProgram program, IReadOnlyList<Site> sites)
{
    private int _crashes;
    private int _locks;

    /// <summary>How often servers were killed.</summary>
    public int Crashes => _crashes;

    /// <summary>How often a file was locked.</summary>
    public int Locks => _locks;

    /// <summary>How many connections of sessions were broken off.</summary>
    public int Broken { get; private set; }

    /// <summary>Makes trouble for stores until it is cancelled; leaves them well.</summary>
    public async Task ForStoresAsync(Random random, CancellationToken cancellationToken)
    {
        while (await PausedAsync(Seconds(random, 1, 8), cancellationToken))
        {
            var site = sites[random.Next(sites.Count)];
            var other = sites[random.Next(sites.Count)];
            // One outage in six lasts long enough for the program to have tried several times.
            var length = random.Next(6) == 0 ? Seconds(random, 12, 20) : Seconds(random, 0.2, 5);
            switch (random.Next(6))
            {
                case 0:
                    await site.Outages.RunAsync(async () => Broken += await site.Database.BreakConnectionsAsync(), () => Task.CompletedTask, () => Task.CompletedTask);
                    break;
                case 1 when other != site:
                    await Task.WhenAll(FailAsync(site, length, cancellationToken), FailAsync(other, length / 2, cancellationToken));
                    break;
                default:
                    await FailAsync(site, length, cancellationToken);
                    break;
            }
        }
    }

    /// <summary>Ends the program and starts it again until it is cancelled; leaves it running.</summary>
    public async Task ForProgramAsync(Random random, CancellationToken cancellationToken)
    {
        while (await PausedAsync(Seconds(random, 3, 25), cancellationToken))
        {
            await program.Outages.RunAsync(
                () => program.EndAsync(isKilled: random.Next(3) > 0),
                () => PausedAsync(Seconds(random, 0, 4), cancellationToken),
                program.StartAsync);
        }
    }

    private async Task FailAsync(Site site, TimeSpan length, CancellationToken cancellationToken)
    {
        if (site.Server is { } server)
        {
            Interlocked.Increment(ref _crashes);
            await site.Outages.RunAsync(server.CrashAsync, () => PausedAsync(length, cancellationToken), server.RestartAsync);
        }
        else
        {
            Interlocked.Increment(ref _locks);
            await LockAsync(site, length, cancellationToken);
        }
    }

    // An application that keeps a file for itself: sessions wait for it, and give up when it takes too long.
    private static async Task LockAsync(Site site, TimeSpan length, CancellationToken cancellationToken)
    {
        await using var connection = (SqliteConnection)await site.Database.ConnectAsync();
        await site.Outages.RunAsync(
            () => connection.ExecuteAsync("BEGIN EXCLUSIVE"),
            () => PausedAsync(length, cancellationToken),
            () => connection.ExecuteAsync("ROLLBACK"));
    }

    private static TimeSpan Seconds(Random random, double from, double to) => TimeSpan.FromSeconds(from + (random.NextDouble() * (to - from)));

    // False: it was cancelled.
    private static async Task<bool> PausedAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        await Task.Delay(time, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
        return !cancellationToken.IsCancellationRequested;
    }
}
