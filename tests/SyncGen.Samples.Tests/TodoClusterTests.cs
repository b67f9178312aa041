using System.Net.Http.Headers;
using Microsoft.Data.Sqlite;
using SyncGen.Http;
using SyncGen.Testing;
using SyncGen.Testing.Servers;
using Todos;

namespace SyncGen.Samples.Tests;

/// <summary>Two servers share a PostgreSQL database and their keys: any of them answers any request of a session.</summary>
public sealed class TodoClusterTests
{
    private const int Rows = 1_500;

    private static readonly string s_program = Path.Combine(
        RepositoryFolder.Path, "samples", "TodoServer", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "TodoServer.dll");

    [RequiresTheory(Requirement.PostgreSql)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(7, true)]
    [InlineData(15, true)]
    [InlineData(41, true)]
    public async Task Session_ends_well_though_one_of_two_servers_is_killed_in_its_midst(int killedAt, bool isAnswering)
    {
        await using var database = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        using var folder = new TemporaryFolder();
        string[] arguments = ["--ConnectionStrings:PostgreSql", database.ConnectionString, "--Keys", folder.File("keys"), "--Sync:BatchBytesMax", "10000"];
        await using var one = await ServiceProcess.StartAsync(s_program, folder.Path, arguments);
        await using var two = await ServiceProcess.StartAsync(s_program, folder.Path, arguments);
        Uri[] servers = [new(one.Address), new(two.Address)];

        // One device sends up what another brings down, while the second server dies.
        await SynchronizeAsync(folder.File("first.db"), new RoundRobin(servers, _ => { }), fill: true);
        var killed = Task.CompletedTask;
        var cluster = new RoundRobin(servers, request =>
        {
            if (request == killedAt && isAnswering)
            {
                // It has the request by then, or is in the midst of the answer.
                killed = Task.Delay(TimeSpan.FromMilliseconds(4)).ContinueWith(_ => two.Kill(), TaskScheduler.Default);
            }
            else if (request == killedAt)
            {
                two.Kill();
            }
        });
        await SynchronizeAsync(folder.File("second.db"), cluster, fill: true);
        await SynchronizeAsync(folder.File("first.db"), cluster, fill: false);

        await killed;
        Assert.InRange(cluster.Answers[1], killedAt / 2, killedAt / 2 + 3);
        Assert.True(cluster.Answers[0] > 20, string.Join(' ', cluster.Answers));
        var rows = Titles(folder.File("first.db"));
        Assert.Equal(2 * Rows, rows.Count);
        Assert.Equal(rows, Titles(folder.File("second.db")));
    }

    private static async Task SynchronizeAsync(string file, RoundRobin handler, bool fill)
    {
        await using var local = TodoScope.Sqlite($"Data Source={file}");
        await local.ProvisionAsync();
        if (fill)
        {
            using var connection = Open(file);
            using var command = connection.CreateCommand();
            command.CommandText = $"""
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Rows})
                INSERT INTO TodoItem (Id, Title, Done, Owner)
                SELECT lower(hex(randomblob(4)) || '-0000-4000-8000-' || hex(randomblob(6))), '{Path.GetFileName(file)} ' || i, 0, 'ann' FROM n
                """;
            command.ExecuteNonQuery();
        }

        using var http = new HttpClient(handler, disposeHandler: false);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "dev-ann");
        await using var hub = TodoScope.Http(new Uri("http://cluster/sync"), new HttpProviderOptions { Client = () => http });
        await SyncOrchestrator.Between(local, hub).SynchronizeAsync(new SyncOptions { BatchBytesMax = 10_000, TransientRetriesMax = 8 });
    }

    private static List<string> Titles(string file)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT lower(Id) || ' ' || Title FROM TodoItem ORDER BY 1";
        using var reader = command.ExecuteReader();
        var titles = new List<string>();
        while (reader.Read())
        {
            titles.Add(reader.GetString(0));
        }

        return titles;
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }
}
