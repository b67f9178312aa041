using System.Text;
using SyncGen.Histories.Tests.Databases;
using SyncGen.Histories.Tests.Model;
using SyncGen.Histories.Tests.Stores;
using SyncGen.Histories.Tests.Truth;

namespace SyncGen.Histories.Tests.Runs;

/// <summary>A random history: stores write, meet and fail to, until writing stops and all must agree.</summary>
internal sealed class History
{
    private const int RoundsMax = 40;
    private const int PatienceRounds = 8;

    private readonly HistoryPlan _plan;
    private readonly World _world;
    private readonly Meetings _meetings;
    private readonly List<string> _steps = [];

    private History(HistoryPlan plan, IReadOnlyList<Database> databases)
    {
        _plan = plan;
        _world = new World(plan, databases, _steps);
        _meetings = new Meetings(_world, _steps);
    }

    private Random Random => _world.Random;

    /// <summary>Runs the history of a plan.</summary>
    public static async Task<HistoryResult> RunAsync(HistoryPlan plan, HistoryDatabases source)
    {
        var databases = new List<Database>();
        foreach (var kind in plan.Kinds)
        {
            databases.Add(await source.OpenAsync(kind, $"{plan.Seed}-{databases.Count}"));
        }

        var history = new History(plan, databases);
        await using var world = history._world;
        ConflictWatch.Ledger = world.Ledger;
        string? failure = null;
        try
        {
            await history.RunAsync();
        }
        catch (Exception exception)
        {
            failure = history.Describe(world.Ledger.Failure ?? exception);
        }
        finally
        {
            ConflictWatch.Ledger = null;
        }

        return new HistoryResult(plan.Seed, history._meetings.Count, world.Ledger.Writes, world.Ledger.Conflicts, world.Ledger.FalseConflicts, failure);
    }

    private async Task RunAsync()
    {
        await _world.ProvisionAsync();
        _world.Stores.ForEach(store => Refusals.Prepare(store, _plan, Random));
        for (var step = 0; step < _plan.Steps; step++)
        {
            _world.Clock.Now += Random.Next(0, 4);
            await StepAsync();
            Check();
        }

        _steps.Add("writing stops");
        _world.Stores.ForEach(store => Refusals.Lift(store, _plan));
        _world.Ledger.HooksFail = false;
        await RestAsync();
        new FinalState(_world).Require();
    }

    private async Task StepAsync()
    {
        if (_plan.Refuses && Random.Next(20) == 0)
        {
            _steps.Add(Refusals.Change(_world.Stores[Random.Next(_world.Stores.Count)], Random));
        }
        else if (_world.Leaves.Count > 0 && Random.Next(5) == 0)
        {
            var leaf = _world.Leaves[Random.Next(_world.Leaves.Count)];
            await _meetings.MeetAsync(leaf, leaf.Hub);
        }
        else if (Random.Next(10) < 6)
        {
            var store = _world.Stores[Random.Next(_world.Stores.Count)];
            _steps.Add($"{store.Setup.Name} {_world.ApplicationOf(store).Transact()}");
        }
        else
        {
            var (client, server) = _plan.Pairs[Random.Next(_plan.Pairs.Count)];
            (client, server) = Random.Next(2) == 0 ? (server, client) : (client, server);
            await _meetings.MeetAsync(_world.Peers[client], _world.Peers[server]);
        }
    }

    /// <summary>Sessions go on, without faults, until none of them changes anything.</summary>
    private async Task RestAsync()
    {
        for (var round = 0; round < RoundsMax; round++)
        {
            _world.Clock.Now++;
            Mend(round);
            var before = Ticks();
            foreach (var (client, server) in _plan.Pairs)
            {
                await _meetings.MeetCalmlyAsync(_world.Peers[client], _world.Peers[server]);
            }

            foreach (var leaf in _world.Leaves)
            {
                await _meetings.MeetCalmlyAsync(leaf, leaf.Hub);
            }

            Check();
            if (Ticks() == before && _world.Stores.All(store => store.Waiting().Count == 0))
            {
                return;
            }
        }

        throw _world.Ledger.Fail($"after {RoundsMax} rounds the stores have not come to rest: {Ticks()}; waiting: "
            + string.Join(", ", _world.Stores.SelectMany(store => store.Waiting().Select(row => $"{store.Setup.Name} {row}"))));
    }

    // A child whose item is gone waits until a person decides: here they bring the item back. An item whose slot is taken
    // waits too: they take it from the other.
    private void Mend(int round)
    {
        foreach (var store in _world.Stores)
        {
            var waiting = store.Waiting();
            foreach (var item in waiting.Select(row => row.Parent).OfType<int>().Distinct())
            {
                _steps.Add($"{store.Setup.Name} mends {_world.ApplicationOf(store).Restore(item)}");
            }

            foreach (var slot in waiting.Select(row => row.Slot).OfType<int>().Distinct())
            {
                _steps.Add($"{store.Setup.Name} mends {_world.ApplicationOf(store).Vacate(slot)}");
            }

            // And where the item itself is to go and its children hold it for long, they let the children go.
            foreach (var row in waiting.Where(row => round > PatienceRounds && row is { Key.Table: nameof(Item), Value: null }))
            {
                _steps.Add($"{store.Setup.Name} mends {_world.ApplicationOf(store).RemoveChildren(row.Key.Key)}");
            }
        }
    }

    private string Ticks() => string.Join(' ', _world.Stores.Select(store => store.Database.Number($"SELECT tick FROM {store.Names.State}")));

    private void Check()
    {
        if (_world.Ledger.Failure is { } failure)
        {
            throw failure;
        }

        _world.Peers.ForEach(peer => peer.RequireMonotone());
    }

    private string Describe(Exception failure)
    {
        var text = new StringBuilder().Append(_plan).Append('\n');
        _steps.ForEach(step => text.Append("  ").Append(step).Append('\n'));
        text.Append(failure is HistoryException ? failure.Message : failure.ToString()).Append('\n');
        return text.Append($"Again: SYNCGEN_SEED={_plan.Seed} SYNCGEN_HISTORIES=1").ToString();
    }
}
