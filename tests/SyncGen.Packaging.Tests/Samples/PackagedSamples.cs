using SyncGen.Testing;

namespace SyncGen.Packaging.Tests.Samples;

/// <summary>All samples in a copy that holds nothing else of the repository, built once against the packages.</summary>
public sealed class PackagedSamples(PackedFeed feed) : IAsyncLifetime
{
    private readonly UserProject _user = new(feed);

    public async Task InitializeAsync()
    {
        try
        {
            await _user.WriteSourcesAsync();
            RepositoryCopy.To(_user.File("repository"), "samples");
            await _user.BuildAllAsync("repository/samples", $"-p:SyncGenVersion={feed.Version}");
        }
        catch (InvalidOperationException)
        {
            // A fixture that fails to begin is not ended by the runner.
            _user.Dispose();
            throw;
        }
    }

    public Task DisposeAsync()
    {
        _user.Dispose();
        return Task.CompletedTask;
    }

    public string Program(string name) => _user.File($"repository/samples/{name}/bin/Debug/net10.0/{name}.dll");

    /// <summary>Runs a sample in a folder, and gives what it printed.</summary>
    /// <exception cref="InvalidOperationException">It did not end well.</exception>
    public Task<string> RunAsync(string name, string folder, params string[] arguments) => DotnetCommand.RunAsync(folder, [Program(name), .. arguments]);
}
