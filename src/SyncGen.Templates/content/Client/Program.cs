using System.Net.Http.Headers;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SyncGen;
using SyncGen.Http;
using Acme_Todo.Client;

if (args is not [var user, var address, .. var command] || !Uri.TryCreate(address, UriKind.Absolute, out var service) || service.Scheme is not ("http" or "https")
    || command is not (["list"] or ["add", _] or ["done", _]))
{
    Console.Error.WriteLine("Usage: <user> <service> list | add <title> | done <title>, such as: ann http://localhost:5080/sync add \"Buy milk\"");
    return 2;
}

// This user's copy on this device. It works whether or not the service can be reached.
var file = new SqliteConnectionStringBuilder { DataSource = $"{string.Concat(user.Split(Path.GetInvalidFileNameChars()))}.db" }.ToString();
await using var local = TodoScope.Sqlite(file);
await local.ProvisionAsync();

var table = new TodoTable(file);
switch (command)
{
    case ["add", var title]:
        table.Add(new TodoItem { Id = Guid.NewGuid(), Title = title, Owner = user });
        break;
    case ["done", var title]:
        table.MarkDone(title);
        break;
}

// The service's development token. A client of your own asks your identity provider for one.
var services = new ServiceCollection();
services.AddSyncGenClient().ConfigureHttpClient(http =>
    http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", $"dev-{Uri.EscapeDataString(user)}"));
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

foreach (var item in table.Read())
{
    Console.WriteLine($"[{(item.Done ? 'x' : ' ')}] {item.Title}");
}

return 0;
