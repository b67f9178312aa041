using System.Globalization;
using System.Text.Json;
using SyncGen.Testing;

namespace SyncGen.Packaging.Tests;

/// <summary>All packages, packed once for the tests of this project into a folder that serves as a feed.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>A version of its own for each run: the global packages folder must not serve yesterday's packages.</summary>
    public string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmssfff}");

    public string Path => _folder.File("feed");

    public async Task InitializeAsync()
    {
        try
        {
            await PackAsync();
        }
        catch (InvalidOperationException)
        {
            // A fixture that fails to begin is not ended by the runner.
            _folder.Dispose();
            throw;
        }
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    public IReadOnlyList<string> Packages() => [.. Directory.GetFiles(Path, "*.nupkg").Order(StringComparer.Ordinal)];

    private async Task PackAsync()
    {
        var copy = _folder.File("repository");
        RepositoryCopy.To(copy, "src", "templates");
        var filter = new { solution = new { path = "SyncGen.sln", projects = Projects(copy) } };
        await File.WriteAllTextAsync(System.IO.Path.Combine(copy, "Shipped.slnf"), JsonSerializer.Serialize(filter));
        // The analyzers have judged the same files in the solution.
        await DotnetCommand.RunAsync(copy, "pack", "Shipped.slnf", "-o", Path, $"-p:Version={Version}", "-p:RunAnalyzers=false", "-v", "q");
    }

    // Deeper down lie projects that dotnet new makes of a package.
    private static string[] Projects(string root) =>
    [
        .. Directory.GetDirectories(System.IO.Path.Combine(root, "src")).SelectMany(folder => Directory.GetFiles(folder, "*.csproj")).Select(path => System.IO.Path.GetRelativePath(root, path)),
    ];
}
