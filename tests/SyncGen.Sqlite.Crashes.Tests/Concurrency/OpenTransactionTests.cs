using System.Diagnostics;
using SyncGen.Sqlite.Crashes.Tests.Truth;
using SyncGen.Tests.Interception;

namespace SyncGen.Sqlite.Crashes.Tests.Concurrency;

/// <summary>A transaction of another process that is open when a session would rather that it were not.</summary>
public sealed class OpenTransactionTests(SqlRemote remote) : IClassFixture<SqlRemote>
{
    private const long Known = 7;
    private const long Fresh = 8;
    private const long Earlier = 100;
    private const long Later = 200;

    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(150);

    /// <summary>Journal, role of the client, and whether the transaction is the hub's: the leaf's own edits, or changes of a peer.</summary>
    public static TheoryData<string, SyncRole, bool> Cases => new()
    {
        { "wal", SyncRole.Leaf, false },
        { "wal", SyncRole.Leaf, true },
        { "wal", SyncRole.Peer, false },
        { "wal", SyncRole.Peer, true },
        { "delete", SyncRole.Leaf, false },
        { "delete", SyncRole.Leaf, true },
        { "delete", SyncRole.Peer, false },
        { "delete", SyncRole.Peer, true },
    };

    /// <summary>Journal, role of the client, the store that the other program writes to, and the call that reads the anchor.</summary>
    public static TheoryData<string, SyncRole, bool, string> Anchors
    {
        get
        {
            var cases = new TheoryData<string, SyncRole, bool, string>();
            foreach (var journal in new[] { "wal", "delete" })
            {
                cases.Add(journal, SyncRole.Leaf, false, "Identify");
                cases.Add(journal, SyncRole.Leaf, false, "OpenEdits");
                cases.Add(journal, SyncRole.Leaf, false, "BeginDownload");
                cases.Add(journal, SyncRole.Leaf, true, "OpenDownload");
                cases.Add(journal, SyncRole.Peer, false, "OpenChanges");
                cases.Add(journal, SyncRole.Peer, true, "OpenChanges");
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_was_written_before_a_session_and_committed_after_it_goes_with_the_next(string journalMode, SyncRole role, bool atHub)
    {
        await using var stores = await OpenTransactionCase.CreateAsync(remote, journalMode, role);
        var (here, there) = (stores.StoreOf(atHub), stores.StoreOf(!atHub));
        await stores.BeginAsync(here, (Known, Earlier), (Fresh, Later));

        // There is nothing to do, so that nobody waits for anybody.
        var during = await stores.SynchronizeAsync(s_short);
        Assert.False(during.HasChanges);
        await stores.CommitAsync();
        await stores.SynchronizeAsync();

        Assert.Equal(Earlier, stores.WriteOf(there, Known));
        Assert.Equal(Later, stores.WriteOf(there, Fresh));
        await stores.SettleAsync();
        Assert.Equal(0, stores.Conflicts);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_session_waits_for_the_commit_and_decides_only_then(string journalMode, SyncRole role, bool atHub)
    {
        await using var stores = await OpenTransactionCase.CreateAsync(remote, journalMode, role);
        var (here, there) = (stores.StoreOf(atHub), stores.StoreOf(!atHub));
        await stores.BeginAsync(here, (Known, Earlier), (Fresh, Earlier));
        await Task.Delay(5);
        stores.Files[there].Execute(OpenTransactionCase.Put(Known, Later));
        var session = stores.SynchronizeAsync();
        await Task.Delay(300);
        Assert.False(session.IsCompleted);
        await stores.CommitAsync();
        await session;
        await stores.SettleAsync();

        // The commit came later, the write earlier: so it loses, and says so.
        Assert.Equal(Later, stores.WriteOf(here, Known));
        Assert.Equal(1, stores.LossesOf(Earlier));
        Assert.Equal(1, stores.Conflicts);
        Assert.Equal(Earlier, stores.WriteOf(there, Fresh));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_session_waits_for_so_long_and_no_longer_and_nothing_is_lost(string journalMode, SyncRole role, bool atHub)
    {
        await using var stores = await OpenTransactionCase.CreateAsync(remote, journalMode, role);
        var (here, there) = (stores.StoreOf(atHub), stores.StoreOf(!atHub));
        await stores.BeginAsync(here, (Fresh, Earlier));
        stores.Files[there].Execute(OpenTransactionCase.Put(Known, Later));
        var started = Stopwatch.GetTimestamp();
        var busy = await Assert.ThrowsAsync<SyncException>(() => stores.SynchronizeAsync(s_short));
        Assert.InRange(Stopwatch.GetElapsedTime(started), s_short, TimeSpan.FromSeconds(20));
        Assert.Equal(SyncErrorCode.StoreBusy, busy.Code);
        Assert.Contains($"'{here}.db'", busy.Message, StringComparison.Ordinal);
        Assert.Equal(1, stores.WriteOf(here, Known));
        await stores.CommitAsync();
        await stores.SettleAsync();

        Assert.Equal(Later, stores.WriteOf(here, Known));
        Assert.Equal(Earlier, stores.WriteOf(there, Fresh));
        Assert.Equal(0, stores.Conflicts);
    }

    [Theory]
    [MemberData(nameof(Anchors))]
    public async Task What_begins_before_the_anchor_is_read_and_commits_after_is_not_skipped(string journalMode, SyncRole role, bool atHub, string method)
    {
        await using var stores = await OpenTransactionCase.CreateAsync(remote, journalMode, role);
        var (here, there) = (stores.StoreOf(atHub), stores.StoreOf(!atHub));
        var passed = 0;
        await using var writing = Intercept(stores, here, method, () => passed++);
        await using var other = stores.Open(there);
        await SynchronizeAsync(writing, other, atHub);
        Assert.Equal(1, passed);
        Assert.Equal(Earlier, stores.WriteOf(here, Fresh));
        await stores.SettleAsync();

        Assert.Equal(Earlier, stores.WriteOf(there, Known));
        Assert.Equal(Earlier, stores.WriteOf(there, Fresh));
        Assert.Equal(0, stores.Conflicts);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task No_call_of_a_session_may_be_crossed_unseen(string journalMode, SyncRole role, bool atHub)
    {
        await using var stores = await OpenTransactionCase.CreateAsync(remote, journalMode, role);
        var (here, there) = (stores.StoreOf(atHub), stores.StoreOf(!atHub));
        for (var call = 1; ; call++)
        {
            var (mine, theirs, fresh) = (1_000L + call, 2_000L + call, 10L + call);
            stores.Files[there].Execute(OpenTransactionCase.Put(Known, theirs));
            await Task.Delay(2);
            var calls = 0;
            await using var writing = Cross(stores, here, () => ++calls == call, (Known, mine), (fresh, mine));
            await using var other = stores.Open(there);
            await SynchronizeAsync(writing, other, atHub);
            if (calls < call)
            {
                Assert.InRange(call, 5, 50);
                return;
            }

            await stores.SettleAsync();
            Assert.Equal(mine, stores.WriteOf(there, fresh));
            var stays = stores.WriteOf(there, Known);
            Assert.True(stays == mine || stays == theirs && stores.LossesOf(mine) == 1,
                $"Call {call}: box 7 is of write {stays}; writes {mine} and {theirs} were made, and lost {stores.LossesOf(mine)} and {stores.LossesOf(theirs)} conflicts");
        }
    }

    private static Task SynchronizeAsync(InterceptedProvider writing, SqliteProvider other, bool atHub) =>
        (atHub ? SyncOrchestrator.Between(other, writing) : SyncOrchestrator.Between(writing, other)).SynchronizeAsync();

    private static InterceptedProvider Intercept(OpenTransactionCase stores, Store store, string method, Action pass)
    {
        var isFirst = true;
        return Cross(stores, store, call =>
        {
            var matches = isFirst && call.Method == method;
            if (matches)
            {
                isFirst = false;
                pass();
            }

            return matches;
        }, (Known, Earlier), (Fresh, Earlier));
    }

    private static InterceptedProvider Cross(OpenTransactionCase stores, Store store, Func<bool> isTurn, params (long Box, long Write)[] writes) =>
        Cross(stores, store, _ => isTurn(), writes);

    /// <summary>Begins before a call and commits after it; or in the midst of it, where it must wait for the writer.</summary>
    private static InterceptedProvider Cross(OpenTransactionCase stores, Store store, Func<SessionCall, bool> isTurn, params (long Box, long Write)[] writes)
    {
        TaskCompletionSource? isDone = null;
        Task committed = Task.CompletedTask;
        return new InterceptedProvider(stores.Open(store), async call =>
        {
            if (!call.IsDone && isTurn(call))
            {
                await stores.BeginAsync(store, writes);
                isDone = new TaskCompletionSource();
                committed = CommitAsync(isDone.Task);
            }
            else if (call.IsDone && isDone is not null)
            {
                isDone.TrySetResult();
                await committed;
            }
        });

        async Task CommitAsync(Task done)
        {
            await Task.WhenAny(done, Task.Delay(s_short));
            await stores.CommitAsync();
        }
    }
}
