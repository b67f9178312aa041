using System.Net.Http.Headers;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SyncGen;
using SyncGen.Http;
using Todos;

if (args is not [var user, var address, var command, .. var rest] || !Uri.TryCreate(address, UriKind.Absolute, out var service) || service.Scheme is not ("http" or "https")
    || (command, rest) is not (("list", []) or ("add", [_]) or ("done", [_]) or ("delete", [_])))
{
    await Console.Error.WriteLineAsync("Usage: TodoClient <user> <service> list | add <title> | done <title> | delete <title>\nsuch as: TodoClient ann http://localhost:5080/sync add \"Buy milk\"");
    return 2;
}

// The file is this user's copy. It works whether or not the service can be reached.
var file = new SqliteConnectionStringBuilder { DataSource = $"{string.Concat(user.Split(Path.GetInvalidFileNameChars()))}.db" }.ToString();
await using var local = TodoScope.Sqlite(file);
await local.ProvisionAsync();
Change(command, rest);

// snippet: synchronize
var services = new ServiceCollection();
services.AddSyncGenClient().ConfigureHttpClient(http => http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", $"dev-{Uri.EscapeDataString(user)}"));
await using var provider = services.BuildServiceProvider();
await using var hub = TodoScope.Http(service, new HttpProviderOptions { Client = provider.GetRequiredService<IHttpClientFactory>().CreateSyncGenClient });
try
{
    var result = await SyncOrchestrator.Between(local, hub).SynchronizeAsync(new SyncOptions { TransientRetriesMax = 1 });
    Console.WriteLine(result);
    foreach (var note in result.Notes)
    {
        Console.WriteLine($"{note.Table} {note.Key}: {note.Message}");
    }
}
catch (SyncException error)
{
    Console.WriteLine($"Not synchronised; what was changed goes up next time. {error.Message}");
}
// end snippet

using var connection = new SqliteConnection(file);
connection.Open();
using var read = connection.CreateCommand();
read.CommandText = "SELECT Done, Title FROM TodoItem ORDER BY Title";
using var items = read.ExecuteReader();
while (items.Read())
{
    Console.WriteLine($"[{(items.GetBoolean(0) ? 'x' : ' ')}] {items.GetString(1)}");
}

return 0;

void Change(string command, string[] rest)
{
    var sql = command switch
    {
        "add" => "INSERT INTO TodoItem (Id, Title, Done, Owner) VALUES (@id, @title, 0, @user)",
        "done" => "UPDATE TodoItem SET Done = 1 WHERE Title = @title",
        "delete" => "DELETE FROM TodoItem WHERE Title = @title",
        _ => null,
    };
    if (sql is null)
    {
        return;
    }

    using var connection = new SqliteConnection(file);
    connection.Open();
    using var change = connection.CreateCommand();
    change.CommandText = sql;
    change.Parameters.AddWithValue("@id", Guid.NewGuid());
    change.Parameters.AddWithValue("@title", rest[0]);
    change.Parameters.AddWithValue("@user", user);
    change.ExecuteNonQuery();
}
