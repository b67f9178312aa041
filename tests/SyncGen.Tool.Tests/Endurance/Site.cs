using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing.Servers;

namespace SyncGen.Tool.Tests.Endurance;

/// <summary>
/// A store of the group with an application that writes, and that knows what its rows are to be. Rows of its own nobody else writes;
/// rows that are shared are written by all.
/// </summary>
/// <param name="number">Its number, from 0; row n is the site's own if n % <see cref="Sites"/> is its number and it is less than <see cref="Shared"/>.</param>
/// <param name="name">Its name in the group.</param>
/// <param name="database">Its database.</param>
/// <param name="server">The server of that; null where there is none.</param>
internal sealed class Site(int number, string name, StoreDatabase database, DatabaseServer? server) : IAsyncDisposable
{
    /// <summary>How many sites there are.</summary>
    public const int Sites = 4;

    /// <summary>The first of the rows that all write.</summary>
    public const int Shared = 1_000_000_000;

    private const int SharedRows = 24;
    private const int OperationsMax = 6;

    private readonly Dictionary<int, string> _own = [];
    private int _rows;
    private int _texts;

    /// <summary>Its name in the group.</summary>
    public string Name { get; } = name;

    /// <summary>Its database.</summary>
    public StoreDatabase Database { get; } = database;

    /// <summary>Its server.</summary>
    public DatabaseServer? Server { get; } = server;

    /// <summary>When it could not be reached.</summary>
    public Outages Outages { get; } = new();

    /// <summary>How many transactions were committed.</summary>
    public int Committed { get; private set; }

    /// <summary>How many broke off, so that what became of them had to be looked up.</summary>
    public int BrokeOff { get; private set; }

    /// <summary>How many of these had been committed all the same.</summary>
    public int Unreported { get; private set; }

    /// <summary>The rows of its own, as they are to be everywhere.</summary>
    public IReadOnlyDictionary<int, string> Own => _own;

    /// <summary>Makes the rows that all write.</summary>
    public async Task AddSharedAsync()
    {
        for (var id = Shared; id < Shared + SharedRows; id++)
        {
            await Database.ExecuteAsync($"""INSERT INTO "Entry" ("Id", "Text") VALUES ({id}, 'shared')""");
        }
    }

    /// <summary>Writes until it is cancelled, then ends with its transaction.</summary>
    public async Task WriteAsync(Random random, TimeSpan pause, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await WriteOnceAsync(random);
            await Task.Delay(pause * random.NextDouble() * 2, CancellationToken.None);
        }
    }

    /// <summary>Writes shared rows when all others are quiet: the latest of writes, which has to win.</summary>
    public async Task<IReadOnlyDictionary<int, string>> WriteLatestAsync()
    {
        var written = Enumerable.Range(0, SharedRows).Where(i => i % Sites == number).ToDictionary(i => Shared + i, _ => NextText());
        foreach (var (id, text) in written)
        {
            while (!await TryAsync(Upsert(id, text)))
            {
                await Task.Delay(100);
            }
        }

        return written;
    }

    /// <summary>All rows: parent and text by key.</summary>
    public async Task<IReadOnlyDictionary<int, string>> RowsAsync() => (await Database.RowsAsync("""SELECT "Id", "ParentId", "Text" FROM "Entry" """))
        .Select(row => row.Split('|', 2)).ToDictionary(row => int.Parse(row[0], CultureInfo.InvariantCulture), row => row[1]);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Server is null)
        {
            await Database.DisposeAsync();
        }
        else
        {
            // The database goes with it.
            await Server.DisposeAsync();
        }
    }

    // Drivers do not say it with one voice.
    private static bool IsLost(Exception error) => error is DbException or IOException or SocketException or InvalidOperationException;

    // A session may be in the way.
    private async Task<bool> TryAsync(string statement)
    {
        try
        {
            await Database.ExecuteAsync(statement);
            return true;
        }
        catch (Exception broken) when (IsLost(broken))
        {
            return false;
        }
    }

    private async Task WriteOnceAsync(Random random)
    {
        var after = new Dictionary<int, string?>();
        var statements = Enumerable.Range(0, random.Next(1, OperationsMax + 1)).Select(_ => Next(random, after)).ToList();
        try
        {
            await using var connection = await Database.ConnectAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var statement in statements)
            {
                await using var command = connection.CreateCommand();
                (command.CommandText, command.Transaction) = (statement, transaction);
                await command.ExecuteNonQueryAsync();
            }

            await transaction.CommitAsync();
        }
        catch (Exception broken) when (IsLost(broken))
        {
            // Whoever asks for a commit and hears nothing looks whether it happened.
            BrokeOff++;
            if (!await HappenedAsync(after))
            {
                return;
            }

            Unreported++;
        }

        Committed++;
        foreach (var (id, text) in after)
        {
            _ = text is null ? _own.Remove(id) : (_own[id] = text) is not null;
        }
    }

    private string Next(Random random, Dictionary<int, string?> after)
    {
        // Every seventh row is a parent for ever, so that no deletion fails.
        var kind = random.Next(20);
        var mine = _own.Count > 0 ? _own.Keys.ElementAt(random.Next(_own.Count)) : 0;
        if (kind < 3)
        {
            var shared = Shared + random.Next(SharedRows);
            return kind == 0 ? $"""DELETE FROM "Entry" WHERE "Id" = {shared}""" : Upsert(shared, NextText());
        }

        if (kind < 10 || mine == 0 || after.ContainsKey(mine))
        {
            var id = (++_rows * Sites) + number;
            var parent = mine != 0 && !after.ContainsKey(mine) && mine % 7 == 0 ? mine.ToString(CultureInfo.InvariantCulture) : "NULL";
            var text = NextText();
            after[id] = $"{parent}|{text}";
            return $"""INSERT INTO "Entry" ("Id", "ParentId", "Text") VALUES ({id}, {parent}, '{text}')""";
        }

        if (kind < 16 || mine % 7 == 0)
        {
            var text = NextText();
            after[mine] = $"{_own[mine].Split('|')[0]}|{text}";
            return $"""UPDATE "Entry" SET "Text" = '{text}' WHERE "Id" = {mine}""";
        }

        after[mine] = null;
        return $"""DELETE FROM "Entry" WHERE "Id" = {mine}""";
    }

    private string Upsert(int id, string text) => $"""INSERT INTO "Entry" ("Id", "Text") VALUES ({id}, '{text}') {Database.OrUpdate("Id", "Text")}""";

    private string NextText() => string.Create(CultureInfo.InvariantCulture, $"{Name}-{++_texts}");

    private async Task<bool> HappenedAsync(Dictionary<int, string?> after)
    {
        if (after.Count == 0)
        {
            return false;
        }

        IReadOnlyList<string> rows;
        while (true)
        {
            try
            {
                rows = await Database.RowsAsync($"""SELECT "Id", "ParentId", "Text" FROM "Entry" WHERE "Id" IN ({string.Join(", ", after.Keys)})""");
                break;
            }
            catch (Exception away) when (IsLost(away))
            {
                await Task.Delay(100);
            }
        }

        var now = rows.Select(row => row.Split('|', 2)).ToDictionary(row => int.Parse(row[0], CultureInfo.InvariantCulture), row => row[1]);
        var isAfter = after.All(row => now.GetValueOrDefault(row.Key) == row.Value);
        var isBefore = after.Keys.All(id => now.GetValueOrDefault(id) == _own.GetValueOrDefault(id));
        Assert.True(isAfter || isBefore, $"{Name}: half a transaction. To be {Text(after)}, is {Text(now)}, was {Text(after.Keys.ToDictionary(id => id, id => _own.GetValueOrDefault(id)))}.");
        return isAfter;
    }

    private static string Text<T>(IEnumerable<KeyValuePair<int, T>> rows) => string.Join(", ", rows.OrderBy(row => row.Key).Select(row => $"{row.Key}: {row.Value}"));
}
