using SyncGen.Providers;

namespace SyncGen.Sqlite.Tests.Replay;

/// <summary>
/// What a session's calls brought to a store. Each is made twice at once, as if its answer had been lost, and the second
/// must change nothing; and all can be made again later.
/// </summary>
internal sealed class Recording(Func<string> dump)
{
    private readonly List<Func<StoreSession, Task>> _calls = [];

    public int Count => _calls.Count;

    /// <summary>Makes a call twice; answers what the second answered, since the first answer is the one that was lost.</summary>
    public async ValueTask<TResult> TwiceAsync<TSession, TResult>(TSession session, Func<TSession, ValueTask<TResult>> call)
        where TSession : StoreSession
    {
        _calls.Add(later => call((TSession)later).AsTask());
        await call(session);
        var before = dump();
        var result = await call(session);
        Assert.Equal(before, dump());
        return result;
    }

    /// <summary>Makes all calls again, in their order; together they must change nothing.</summary>
    public async Task RepeatAsync(SyncProvider store, SessionSettings settings)
    {
        await using var session = await store.OpenSessionAsync(settings, CancellationToken.None);
        if (session is LeafSession leaf)
        {
            await leaf.IdentifyAsync(CancellationToken.None);
        }
        else
        {
            await ((PeerSession)session).IdentifyAsync(CancellationToken.None);
        }

        var before = dump();
        foreach (var call in _calls)
        {
            await call(session);
        }

        Assert.Equal(before, dump());
    }
}
