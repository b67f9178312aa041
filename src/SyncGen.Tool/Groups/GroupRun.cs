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

    private bool _isLocked;
    private string? _fileError;

    public GroupRun(SyncGroup group, LoadedScope scope, ToolConsole console, SyncEnvironment environment)
    {
        (_group, _console, _environment) = (group, console, environment);
        _file = new HealthFile(group.Health);
        _scope = scope.Definition.Name;
        _started = environment.Time.GetUtcNow();
        var opener = new StoreOpener(scope, new ConnectionStrings(new ToolEnvironment(), group.Settings, group.Folder));
        _members = [.. group.Members.Select(member => new MemberRun(group, member, opener, environment, Report))];
    }

    /// <summary>Lets every member meet the hub, once or until it is cancelled; answers how they are.</summary>
    /// <exception cref="ToolException">Another process runs the group.</exception>
    /// <exception cref="IOException">The health file cannot be written. Once it could, it is reported only, as long as it cannot.</exception>
    public async Task<GroupHealth> RunAsync(bool once, CancellationToken cancellationToken)
    {
        using var held = await GroupLock.TakeAsync(_group.Health, _environment.Time, cancellationToken);
        _isLocked = held.IsReliable;
        _file.Write(Health(ended: false));
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

    // A full disk is no reason to keep members apart.
    private void Write(bool ended)
    {
        string? error = null;
        try
        {
            _file.Write(Health(ended));
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
        {
            error = unwritten.Message;
        }

        lock (_lock)
        {
            if (error is not null && error != _fileError)
            {
                _console.Error.WriteLine($"{_environment.Time.GetUtcNow():HH:mm:ss} The health file cannot be written, so that `syncgen status` shows what was: {error}");
            }

            _fileError = error;
        }
    }

    private GroupHealth Health(bool ended)
    {
        var now = _environment.Time.GetUtcNow();
        var hub = _group.Hub.Name ?? _group.Hub.Address.Service?.Host ?? _group.Hub.Address.Database!.Title;
        return new GroupHealth(hub, _scope, _started, now, ended ? now : null, _group.Interval.TotalSeconds, _isLocked, [.. _members.Select(member => member.Health)]);
    }
}
