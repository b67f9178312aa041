using SyncGen.Histories.Tests.Faults;
using SyncGen.Histories.Tests.Stores;
using SyncGen.Histories.Tests.Truth;

namespace SyncGen.Histories.Tests.Runs;

/// <summary>Lets the stores of a world meet, with faults or without.</summary>
internal sealed class Meetings(World world, List<string> steps)
{
    private const int CallsMax = 30;

    private static readonly SyncOrder[] s_orders =
        [SyncOrder.UploadDownload, SyncOrder.UploadDownload, SyncOrder.DownloadUpload, SyncOrder.Upload, SyncOrder.Download];

    public int Count { get; private set; }

    /// <summary>A session in which anything may go wrong.</summary>
    public async Task MeetAsync(HistoryStore client, HistoryStore server)
    {
        var options = OptionsOf(world.Plan.IsInOrder ? SyncOrder.UploadDownload : s_orders[world.Random.Next(s_orders.Length)]);
        if (world.Random.Next(25) == 0)
        {
            await PreviewAsync(client, server, options);
            return;
        }

        var plan = PlanOf(client, server);
        steps.Add($"{client.Setup.Name} meets {server.Setup.Name}, {options.Order}"
            + (plan.FaultyCall is { } call ? $", fault {plan.Fault} at call {call}{(plan.IsTransient ? ", transient" : "")}" : "")
            + (plan.Batches is { } batches ? $", cut after {batches} batches" : ""));
        var at = steps.Count - 1;
        try
        {
            await RunAsync(client, server, plan, options);
        }
        catch (SyncException fault) when (fault.Code == SyncErrorCode.StoreUnavailable || IsLostOverHttp(fault) || fault.Code == SyncErrorCode.ConflictHandlerFailed && world.Plan.Breaks)
        {
            steps[at] += $": {fault.Message}";
        }
        catch (OperationCanceledException)
        {
            steps[at] += ": cancelled";
        }
    }

    /// <summary>A session in which nothing goes wrong.</summary>
    public async Task MeetCalmlyAsync(HistoryStore client, HistoryStore server) =>
        await RunAsync(client, server, SessionPlan.Calm, OptionsOf(SyncOrder.UploadDownload));

    private async Task RunAsync(HistoryStore client, HistoryStore server, SessionPlan plan, SyncOptions options)
    {
        Count++;
        var (local, remote) = (world.ProviderOf(client), world.ProviderOf(server));
        (local.Plan, remote.Plan) = (plan, plan);
        await SyncOrchestrator.Between(local, world.Service?.Open(server) ?? remote).SynchronizeAsync(options);
    }

    // What a session would do is found out without doing it.
    private async Task PreviewAsync(HistoryStore client, HistoryStore server, SyncOptions options)
    {
        steps.Add($"{client.Setup.Name} previews {server.Setup.Name}, {options.Order}");
        var before = client.Dump() + server.Dump();
        ConflictWatch.Ledger = null;
        await SyncOrchestrator.Between(client.Inner, server.Inner).PreviewAsync(options);
        if (client.Dump() + server.Dump() != before)
        {
            throw world.Ledger.Fail("A preview changed a store");
        }
    }

    // Why a service failed it tells nobody: here it is that the connection to its store was lost, or a hook failed.
    private bool IsLostOverHttp(SyncException fault) =>
        world.Plan is { IsOverHttp: true, Breaks: true } && fault.Code is SyncErrorCode.ServiceFailed or SyncErrorCode.ServiceUnreachable;

    private SyncOptions OptionsOf(SyncOrder order) => new()
    {
        Order = order,
        BatchBytesMax = world.Plan.BatchBytesMax,
        // A seed is to give the same history again: one call at a time.
        ReadsAhead = false,
        TransientRetriesMax = 2,
        TransientRetryDelay = TimeSpan.Zero,
        Environment = world.Environment,
    };

    private SessionPlan PlanOf(HistoryStore client, HistoryStore server)
    {
        var breaks = world.Plan.Breaks && world.Random.Next(10) < 4;
        var isCut = breaks && world.Random.Next(2) == 0;
        return new SessionPlan
        {
            FaultyCall = breaks && !isCut ? world.Random.Next(CallsMax) : null,
            Fault = (Fault)world.Random.Next(1, 4),
            IsTransient = world.Random.Next(2) == 0,
            Batches = isCut ? world.Random.Next(4) : null,
            Replays = world.Plan.Replays,
            Meanwhile = world.Plan.IsBusy ? call => Write(call, client, server) : _ => { },
        };
    }

    private void Write(string call, HistoryStore client, HistoryStore server)
    {
        if (world.Random.Next(12) == 0)
        {
            var store = world.Random.Next(2) == 0 ? client : server;
            steps.Add($"  before {call}: {store.Setup.Name} {world.ApplicationOf(store).Transact()}");
        }
    }
}
