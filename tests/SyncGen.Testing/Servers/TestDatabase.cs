namespace SyncGen.Testing.Servers;

/// <summary>A database of one test, dropped when it is over, whoever is still connected.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> _drop;

    internal TestDatabase(string name, string connectionString, Func<Task> drop)
    {
        Name = name;
        ConnectionString = connectionString;
        _drop = drop;
    }

    /// <summary>Its name: <c>syncgen_</c> and 16 random hexadecimal digits.</summary>
    public string Name { get; }

    /// <summary>Connects an administrator to it; the driver's defaults hold but for address, user, password and database.</summary>
    public string ConnectionString { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _drop();
}
