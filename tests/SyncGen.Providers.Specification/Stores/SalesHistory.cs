using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Filters;

namespace SyncGen.Providers.Specification.Stores;

/// <summary>
/// A random history over moving rows: a hub that is written to, and clients that hold parts and write within them, or try to write outside. After
/// each session the client must hold what the filter gives of the hub's rows.
/// </summary>
internal sealed class SalesHistory
{
    private const int Steps = 60;

    private static readonly string[] s_regions = ["n", "s", "e"];

    private readonly Random _random;
    private readonly FilterWorld _world;
    private readonly List<(FilterClient Client, SalesScope.Filter? Filter, SyncRole Role)> _clients = [];
    private readonly List<string> _steps = [];
    private int _next = 100;

    private SalesHistory(FilterWorld world, Random random)
    {
        _world = world;
        _random = random;
    }

    /// <summary>Runs the history of a seed.</summary>
    public static async Task RunAsync(DatabaseKind kind, int seed)
    {
        var random = new Random(seed);
        await using var world = await FilterWorld.CreateAsync(SalesScope.Stores, kind);
        var history = new SalesHistory(world, random);
        try
        {
            await history.RunAsync(kind);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"Seed {seed}: {failure.Message}\n{string.Join('\n', history._steps)}", failure);
        }
    }

    private async Task RunAsync(DatabaseKind kind)
    {
        for (var i = 0; i < 4; i++)
        {
            await _world.Hub.ExecuteAsync("""INSERT INTO "Account" ("Id", "Region", "Text") VALUES (@id, @region, 'a')""", ("@id", i), ("@region", s_regions[i % 3]));
        }

        for (var i = 0; i < 5; i++)
        {
            var filter = i == 3 ? null : RandomFilter();
            var role = i is 1 or 4 ? SyncRole.Peer : SyncRole.Leaf;
            _clients.Add((await _world.AddAsync(i % 2 == 0 ? DatabaseKind.Sqlite : kind, role, filter), filter, role));
        }

        for (var step = 0; step < Steps; step++)
        {
            await StepAsync();
        }

        for (var i = 0; i < _clients.Count; i++)
        {
            await SyncAsync(i);
        }

        for (var i = 0; i < _clients.Count; i++)
        {
            await SyncAsync(i);
        }
    }

    private SalesScope.Filter RandomFilter() => new()
    {
        Region = [.. s_regions.Where(_ => _random.Next(2) == 0)],
        Person = _random.Next(3) is > 0 and var person ? person : null,
    };

    private async Task StepAsync()
    {
        switch (_random.Next(20))
        {
            case < 5:
                await SyncAsync(_random.Next(_clients.Count));
                break;
            case < 13:
                await WriteAsync(_world.Hub, null);
                break;
            case < 17:
                var (client, _, _) = _clients[_random.Next(_clients.Count)];
                await WriteAsync(client.Database, client);
                break;
            case 17:
                await DeleteParentAsync();
                break;
            case 18:
                await ReopenAsync(_random.Next(_clients.Count));
                break;
            default:
                _steps.Add("forget");
                await ((SyncGen.Relational.RelationalProvider)_world.HubStore).ForgetAsync(TimeSpan.Zero);
                break;
        }
    }

    private async Task SyncAsync(int index)
    {
        var (client, filter, role) = _clients[index];
        var options = new SyncOptions { BatchBytesMax = _random.Next(3) switch { 0 => 1, 1 => 400, _ => 2 << 20 } };
        _steps.Add($"sync {index} with {client.Store.Filter?.Text ?? "everything"} in batches of {options.BatchBytesMax}");
        if (role == SyncRole.Peer)
        {
            // A peer that was expelled reads everything before it sends: what becomes of that it hears in the next session.
            await client.SyncAsync(options);
        }

        var result = await client.SyncAsync(options);
        _steps.AddRange(result.Notes.Select(note => $"  {note.Table} {note.Key} {note.Code}"));
        var expected = (await SalesRows.ReadAsync(_world.Hub)).Of(filter).ToString();
        Assert.Equal(expected, (await SalesRows.ReadAsync(client.Database)).ToString());
        foreach (var table in (string[])["Account", "Deal", "Remark"])
        {
            await client.AssertNothingLoggedAsync("sales", table);
        }
    }

    private async Task ReopenAsync(int index)
    {
        var (client, _, role) = _clients[index];
        if (role == SyncRole.Peer)
        {
            return;
        }

        await client.Store.DisposeAsync();
        var filter = _random.Next(5) == 0 ? null : RandomFilter();
        _clients[index] = (_world.Open(client.Database, role, filter), filter, role);
        _steps.Add($"open {index} with {_clients[index].Client.Store.Filter?.Text ?? "everything"}");
    }

    /// <summary>A program writes a row; a client's knows only the rows that the client holds.</summary>
    private async Task WriteAsync(StoreDatabase database, FilterClient? client)
    {
        var rows = await SalesRows.ReadAsync(database);
        var who = client is null ? "hub" : "client " + _clients.FindIndex(one => one.Client == client);
        object? person = _random.Next(3) is > 0 and var number ? (long)number : null;
        var region = s_regions[_random.Next(3)];
        var text = $"t{_next}";
        switch (_random.Next(client is null ? 9 : 7))
        {
            case 0 or 1 when rows.Accounts.Count > 0:
                var account = Pick(rows.Accounts);
                _steps.Add($"{who}: deal {_next} of {account.Id} by {person}");
                await database.ExecuteAsync("""INSERT INTO "Deal" ("Id", "AccountId", "Seller", "Helper", "Text") VALUES (@id, @account, @seller, 2, @text)""",
                    ("@id", _next++), ("@account", account.Id), ("@seller", person), ("@text", text));
                break;
            case 2:
                var deal = rows.Deals.Count > 0 && _random.Next(6) > 0 ? Pick(rows.Deals).Id : (int?)null;
                _steps.Add($"{who}: remark {_next} on {deal}");
                await database.ExecuteAsync("""INSERT INTO "Remark" ("Id", "DealId", "Text") VALUES (@id, @deal, @text)""",
                    ("@id", _next++), ("@deal", deal), ("@text", text));
                break;
            case 3 when rows.Deals.Count > 0:
                var moved = Pick(rows.Deals);
                var column = _random.Next(2) == 0 ? "Seller" : "Helper";
                _steps.Add($"{who}: deal {moved.Id} {column} {person}");
                await database.ExecuteAsync($"""UPDATE "Deal" SET "{column}" = @person, "Text" = @text WHERE "Id" = @id""", ("@person", person), ("@text", text), ("@id", moved.Id));
                break;
            case 4 when rows.Remarks.Count > 0:
                var remark = Pick(rows.Remarks);
                _steps.Add($"{who}: delete remark {remark.Id}");
                await database.ExecuteAsync("""DELETE FROM "Remark" WHERE "Id" = @id""", ("@id", remark.Id));
                break;
            case 5 when rows.Remarks.Count > 0 && rows.Deals.Count > 0:
                var other = Pick(rows.Remarks);
                var to = Pick(rows.Deals).Id;
                _steps.Add($"{who}: remark {other.Id} to deal {to}");
                await database.ExecuteAsync("""UPDATE "Remark" SET "DealId" = @deal WHERE "Id" = @id""", ("@deal", to), ("@id", other.Id));
                break;
            case 7 when rows.Deals.Count > 0 && rows.Accounts.Count > 0:
                var (sold, buyer) = (Pick(rows.Deals).Id, Pick(rows.Accounts).Id);
                _steps.Add($"{who}: deal {sold} to account {buyer}");
                await database.ExecuteAsync("""UPDATE "Deal" SET "AccountId" = @account WHERE "Id" = @id""", ("@account", buyer), ("@id", sold));
                break;
            case 8:
                _steps.Add($"{who}: account {_next} in {region}");
                await database.ExecuteAsync("""INSERT INTO "Account" ("Id", "Region", "Text") VALUES (@id, @region, 'a')""", ("@id", _next++), ("@region", region));
                break;
            case var _ when rows.Accounts.Count > 0:
                var place = Pick(rows.Accounts).Id;
                _steps.Add($"{who}: account {place} to {region}");
                await database.ExecuteAsync("""UPDATE "Account" SET "Region" = @region WHERE "Id" = @id""", ("@region", region), ("@id", place));
                break;
            default:
                break;
        }
    }

    /// <summary>The hub deletes a parent with its children, when no client has anything new for them.</summary>
    private async Task DeleteParentAsync()
    {
        for (var i = 0; i < _clients.Count; i++)
        {
            await SyncAsync(i);
        }

        var rows = await SalesRows.ReadAsync(_world.Hub);
        if (rows.Deals.Count == 0)
        {
            return;
        }

        var deal = Pick(rows.Deals);
        _steps.Add($"hub: delete deal {deal.Id}");
        await _world.Hub.ExecuteAsync("""DELETE FROM "Remark" WHERE "DealId" = @id""", ("@id", deal.Id));
        await _world.Hub.ExecuteAsync("""DELETE FROM "Deal" WHERE "Id" = @id""", ("@id", deal.Id));
        if (rows.Deals.Count(other => other.AccountId == deal.AccountId) == 1)
        {
            _steps.Add($"hub: delete account {deal.AccountId}");
            await _world.Hub.ExecuteAsync("""DELETE FROM "Account" WHERE "Id" = @id""", ("@id", deal.AccountId));
        }

        for (var i = 0; i < _clients.Count; i++)
        {
            await SyncAsync(i);
        }
    }

    private T Pick<T>(IReadOnlyList<T> rows) => rows[_random.Next(rows.Count)];
}
