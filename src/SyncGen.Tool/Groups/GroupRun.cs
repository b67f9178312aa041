using SyncGen.Tool.Models;
using SyncGen.Tool.Output;
using SyncGen.Tool.Stores;

namespace SyncGen.Tool.Groups;

/// <summary>Runs a group. Its state is in the stores alone, so that it may end and begin again at any time.</summary>
internal sealed class GroupRun
{
    private readonly SyncGroup _group;
    private readonly ToolConsole _console;
    private readonly SyncEnvironment _environment;
    private readonly HealthFile _file;
    private readonly IReadOnlyList<MemberRun> _members;
    private readonly DateTimeOffset _started;
    private readonly string _scope;
    private readonly Lock _lock = new();

    public GroupRun(SyncGroup group, LoadedScope scope, ToolConsole console, SyncEnvironment environment)
    {
        (_group, _console, _environment) = (group, console, environment);
        _file = new HealthFile(group.Health);
        _scope = scope.Definition.Name;
        _started = environment.Time.GetUtcNow();
        var opener = new StoreOpener(scope, new ConnectionStrings(new ToolEnvironment(), group.Settings));
        _members = [.. group.Members.Select(member => new MemberRun(group, member, opener, environment, Report))];
    }

    /// <summary>Lets every member meet the hub, once or until it is cancelled; answers how they are.</summary>
    public async Task<GroupHealth> RunAsync(bool once, CancellationToken cancellationToken)
    {
        Write(ended: false);
        try
        {
            await Task.WhenAll(_members.Select(member => member.RunAsync(once, cancellationToken)));
        }
        finally
        {
            Write(ended: true);
        }

        return Health(ended: true);
    }

    private void Report(MemberHealth member, string words)
    {
        lock (_lock)
        {
            if (words.Length > 0)
            {
                _console.Error.WriteLine($"{_environment.Time.GetUtcNow():HH:mm:ss} {member.Name}: {words}");
            }
        }

        Write(ended: false);
    }

    private void Write(bool ended) => _file.Write(Health(ended));

    private GroupHealth Health(bool ended)
    {
        var now = _environment.Time.GetUtcNow();
        var hub = _group.Hub.Name ?? _group.Hub.Address.Service?.Host ?? _group.Hub.Address.Database!.Title;
        return new GroupHealth(hub, _scope, _started, now, ended ? now : null, _group.Interval.TotalSeconds, [.. _members.Select(member => member.Health)]);
    }
}
