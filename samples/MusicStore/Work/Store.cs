using MusicStore.Data;
using MusicStore.Model;
using SyncGen;
using SyncGen.Sqlite;

namespace MusicStore.Work;

/// <summary>One of the stores: its database, and what is done there.</summary>
internal sealed class Store(string name, string connectionString, SyncRole role, IReadOnlyList<Deed> deeds) : IAsyncDisposable
{
    public string Name => name;

    public IReadOnlyList<Deed> Deeds => deeds;

    public SqliteProvider Provider { get; } = MusicScope.Sqlite(connectionString, role);

    public Database Open() => new(connectionString);

    public void Work()
    {
        using var database = Open();
        Console.WriteLine($"{Name}:");
        foreach (var deed in Deeds)
        {
            Console.WriteLine($"  - {deed.What}");
            database.ExecuteInTransaction(deed.Changes);
        }
    }

    public ValueTask DisposeAsync() => Provider.DisposeAsync();
}
