using SyncGen;

var folder = Directory.CreateTempSubdirectory("todo-").FullName;
Directory.SetCurrentDirectory(folder);
try
{
    // snippet: synchronize
    await using var hub = DefaultScope.Sqlite("Data Source=hub.db", SyncRole.Peer);
    await using var phone = DefaultScope.Sqlite("Data Source=phone.db");
    await using var laptop = DefaultScope.Sqlite("Data Source=laptop.db");
    var everybody = SyncOrchestrator.Around(hub, phone, laptop);
    await everybody.SynchronizeAsync(); // Makes the tables, and what tracks changes.

    var id = Guid.NewGuid();
    Sql.Execute("phone.db", $"INSERT INTO TodoItem (Id, Title, Done) VALUES ({id}, {"Buy milk"}, {false})");
    Console.WriteLine(await everybody.SynchronizeAsync());

    // Nobody is connected, and two write the same row.
    Sql.Execute("phone.db", $"UPDATE TodoItem SET Title = {"Buy oat milk"} WHERE Id = {id}");
    Sql.Execute("laptop.db", $"UPDATE TodoItem SET Done = {true} WHERE Id = {id}");
    Console.WriteLine(await everybody.SynchronizeAsync()); // The later write stays, everywhere.
    foreach (var conflict in await hub.ReadConflictsAsync())
    {
        Console.WriteLine($"{conflict.Loser} lost to {conflict.Winner}");
    }
    // end snippet

    var titles = new[] { "hub.db", "phone.db", "laptop.db" }.Select(file => Sql.Read(file, "SELECT Title || ' ' || Done FROM TodoItem")).ToList();
    Console.WriteLine(string.Join('\n', titles));
    return titles is ["Buy milk 1", "Buy milk 1", "Buy milk 1"] ? 0 : 1;
}
finally
{
    Directory.SetCurrentDirectory(Path.GetTempPath());
    Directory.Delete(folder, recursive: true);
}
