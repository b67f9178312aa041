using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Policies;

namespace SyncGen.Tool.Tests;

/// <summary>A database of a test as the tool's command lines name it.</summary>
internal sealed class ToolStore(StoreDatabase database, string scope = "latest") : IAsyncDisposable
{
    /// <summary>The assembly whose scopes the tests use.</summary>
    public static string Assembly { get; } = typeof(LatestScope).Assembly.Location;

    /// <summary>The database.</summary>
    public StoreDatabase Database { get; } = database;

    /// <summary>The kind's name on command lines.</summary>
    public string Kind { get; } = database.Kind.ToString().ToLowerInvariant();

    /// <summary>The store as <c>--from</c> and <c>--to</c> take it.</summary>
    public string Address => $"{Kind}:{Database.ConnectionString}";

    /// <summary>Makes a database.</summary>
    public static async Task<ToolStore> CreateAsync(DatabaseKind kind, string scope = "latest") => new(await StoreDatabase.CreateAsync(kind), scope);

    /// <summary>Runs a command that takes one database.</summary>
    public Task<ToolResult> RunAsync(string command, params string[] more) => ToolRun.RunAsync(
        [command, "--assembly", Assembly, "--scope", scope, "--database", Kind, "--connection", Database.ConnectionString, .. more]);

    /// <summary>Runs a command that takes two stores, this one the first.</summary>
    public Task<ToolResult> RunWithAsync(string command, ToolStore other, params string[] more) => ToolRun.RunAsync(
        [command, "--assembly", Assembly, "--scope", scope, "--from", Address, "--to", other.Address, .. more]);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
