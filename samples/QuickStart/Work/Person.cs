using QuickStart.Data;

namespace QuickStart.Work;

/// <summary>Somebody, the database that they work on, and what they do today.</summary>
internal sealed record Person(string Name, string ConnectionString, IReadOnlyList<Deed> Deeds)
{
    public void Work()
    {
        using var database = new Database(ConnectionString);
        foreach (var deed in Deeds)
        {
            database.InTransaction(() => Array.ForEach(deed.Changes, database.Execute));
        }
    }
}
