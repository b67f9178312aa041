using SyncGen.Providers;
using SyncGen.Tool.Output;
using SyncGen.Tool.Stores;

namespace SyncGen.Tool.Groups;

/// <summary>Lets one member meet the hub, again and again. What can fail is reported and tried again, later and later.</summary>
internal sealed class MemberRun(SyncGroup group, GroupMember member, StoreOpener opener, SyncEnvironment environment, Action<MemberHealth, string> report)
{
    private static readonly TimeSpan s_waitMax = TimeSpan.FromMinutes(10);

    private MemberHealth _health = new(member.Name ?? member.Address.Service?.Host ?? "");
    private SyncProvider? _store;
    private SyncProvider? _hub;

    /// <summary>How the member is.</summary>
    public MemberHealth Health => _health;

    /// <summary>Runs one session, or sessions until it is cancelled.</summary>
    public async Task RunAsync(bool once, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await TryAsync(once, cancellationToken);
                if (once)
                {
                    return;
                }

                await Task.Delay(WaitAfter(_health.Failures), environment.Time, cancellationToken);
            }
        }
        finally
        {
            await CloseAsync();
        }
    }

    private async Task TryAsync(bool once, CancellationToken cancellationToken)
    {
        try
        {
            var result = await MeetAsync(cancellationToken);
            var now = environment.Time.GetUtcNow();
            _health = _health with
            {
                LastAttempt = now,
                LastSuccess = now,
                NextAttempt = once ? null : now + group.Interval,
                Failures = 0,
                Error = null,
                Sessions = _health.Sessions + 1,
                Up = _health.Up + result.Upload.Rows,
                Down = _health.Down + result.Download.Rows,
                Conflicts = _health.Conflicts + result.Upload.Total.Conflicts + result.Download.Total.Conflicts,
                Quarantined = result.Upload.Total.Quarantined + result.Download.Total.Quarantined,
            };
            report(_health, result.HasChanges || result.HasConflicts || result.HasQuarantined ? result.ToString() : "");
        }
        catch (Exception error) when (Failure.IsExpected(error) && !cancellationToken.IsCancellationRequested)
        {
            // Whatever is wrong may be a connection: the next session opens another.
            await CloseAsync();
            var now = environment.Time.GetUtcNow();
            var wait = WaitAfter(_health.Failures + 1);
            var failure = Failure.Of(error);
            _health = _health with { LastAttempt = now, NextAttempt = once ? null : now + wait, Failures = _health.Failures + 1, Error = failure.Message };
            report(_health, once ? failure.Message : $"{failure.Message} Next try in {wait.TotalSeconds:0} s.");
        }
    }

    private async Task<SyncResult> MeetAsync(CancellationToken cancellationToken)
    {
        _store ??= PolicyProvider.Of(await opener.OpenAsync(member.Address, member.Role, member.Parameters, autoProvision: true, cancellationToken), group.Conflicts);
        _health = _health.Name.Length > 0 ? _health : _health with { Name = _store.DisplayName };
        _hub ??= PolicyProvider.Of(
            await opener.OpenAsync(group.Hub.Address, group.Hub.Role, group.Hub.Address.Service is null ? [] : member.Parameters, autoProvision: true, cancellationToken), group.Conflicts);
        return await SyncOrchestrator.Between(_store, _hub).SynchronizeAsync(new SyncOptions { Order = group.Order }, null, cancellationToken);
    }

    // Twice as long after each failure: from a second up to ten minutes, or to the interval where that is longer.
    private TimeSpan WaitAfter(int failures) => failures == 0
        ? group.Interval
        : TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(failures - 1, 20)), Math.Max(s_waitMax.TotalSeconds, group.Interval.TotalSeconds)));

    private async Task CloseAsync()
    {
        foreach (var store in new[] { _store, _hub }.OfType<SyncProvider>())
        {
            await store.DisposeAsync();
        }

        (_store, _hub) = (null, null);
    }
}
