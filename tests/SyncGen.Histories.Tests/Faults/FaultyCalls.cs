using SyncGen.Histories.Tests.Stores;

namespace SyncGen.Histories.Tests.Faults;

/// <summary>Makes the calls of a session, with the faults of its plan.</summary>
internal sealed class FaultyCalls(HistoryStore store, SessionPlan plan)
{
    public SessionPlan Plan => plan;

    /// <summary>Makes a call.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="call">The call.</param>
    /// <param name="settle">Tells the ledger what was committed; called however the call ended.</param>
    /// <param name="cancellationToken">The orchestrator's token.</param>
    public async ValueTask<TResult> RunAsync<TResult>(
        string name, Func<CancellationToken, ValueTask<TResult>> call, Action settle, CancellationToken cancellationToken)
    {
        var fault = plan.Next(name);
        if (fault == Fault.Before)
        {
            throw plan.Lost($"before {name} on {store.Setup.Name}");
        }

        TResult result;
        try
        {
            result = await call(fault == Fault.Cancelled ? new CancellationToken(canceled: true) : cancellationToken);
        }
        finally
        {
            settle();
        }

        if (fault != Fault.After)
        {
            return result;
        }

        if (result is IAsyncDisposable stream)
        {
            await stream.DisposeAsync();
        }

        throw plan.Lost($"after {name} on {store.Setup.Name}");
    }

    /// <summary>Makes a call that writes nothing that the ledger must hear of.</summary>
    public ValueTask<TResult> RunAsync<TResult>(
        string name, Func<CancellationToken, ValueTask<TResult>> call, CancellationToken cancellationToken) =>
        RunAsync(name, call, () => { }, cancellationToken);

    /// <summary>Makes a call of a batch, twice where the plan says so: the second time changes nothing.</summary>
    public async ValueTask<TResult> ReplayAsync<TResult>(
        string name, Func<CancellationToken, ValueTask<TResult>> call, CancellationToken cancellationToken)
    {
        var first = await call(cancellationToken);
        if (!plan.Replays)
        {
            return first;
        }

        var before = store.Dump();
        var second = await call(cancellationToken);
        var after = store.Dump();
        if (before != after)
        {
            throw store.Ledger.Fail($"{name} on {store.Setup.Name} changed the store when it was repeated. Before:\n{before}\nAfter:\n{after}");
        }

        return second;
    }
}
