namespace SyncGen.Packaging.Tests.Starters;

/// <summary>Projects that <c>dotnet new</c> made of the packed templates, under names that are no namespaces, built once.</summary>
public sealed class CreatedStarters(PackedFeed feed) : IAsyncLifetime
{
    private const string ServerName = "My-App.1 x";
    private const string ClientName = "2nd Shop.Client-b";
    private const string PostgreSqlName = "Shop.Server";

    private readonly UserProject _user = new(feed);

    public string Server => Program(ServerName);

    public string Client => Program(ClientName);

    public string PostgreSqlServer => Program(PostgreSqlName);

    public async Task InitializeAsync()
    {
        try
        {
            await _user.WriteSourcesAsync();
            await NewAsync("install", $"SyncGen.Templates@{feed.Version}");
            await NewAsync("syncgen-server", "--name", ServerName);
            await NewAsync("syncgen-client", "--name", ClientName);
            await NewAsync("syncgen-server", "--name", PostgreSqlName, "--database", "postgresql");
            await _user.BuildAllAsync(".");
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

    /// <summary>The folder of the project that a program was built from.</summary>
    public static string FolderOf(string program) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(program)!, "..", "..", ".."));

    // A hive of the test's own: the user's templates stay as they are.
    private Task<string> NewAsync(params string[] arguments) => _user.DotnetAsync(["new", .. arguments, "--debug:custom-hive", _user.File("hive")]);

    private string Program(string name) => _user.File($"{name}/bin/Debug/net10.0/{name}.dll");
}
