using System.Data.Common;
using SyncGen.Providers.Specification.Databases;

namespace SyncGen.Providers.Specification.Stores;

/// <summary>A program that changes and moves a hub's accounts, deals and remarks.</summary>
/// <param name="hub">The hub's database.</param>
/// <param name="random">What it chooses by.</param>
/// <param name="number">Its number: its new rows' keys lie apart from the others'.</param>
internal sealed class SalesWriter(StoreDatabase hub, Random random, int number)
{
    private const int Accounts = 6;
    private const int Deals = 12;
    private const int KeysOfWriter = 1_000_000;

    private static readonly string[] s_regions = ["n", "s", "e", "w"];

    private int _next = (number + 1) * KeysOfWriter;

    /// <summary>Gives a hub the accounts and deals that all programs change.</summary>
    public static async Task FillAsync(StoreDatabase hub)
    {
        for (var i = 0; i < Accounts; i++)
        {
            await hub.ExecuteAsync("""INSERT INTO "Account" ("Id", "Region", "Text") VALUES (@id, @region, 'a')""", ("@id", i), ("@region", s_regions[i % s_regions.Length]));
        }

        for (var i = 0; i < Deals; i++)
        {
            await hub.ExecuteAsync("""INSERT INTO "Deal" ("Id", "AccountId", "Seller", "Helper", "Text") VALUES (@id, @account, 1, 2, 'd')""",
                ("@id", i), ("@account", i % Accounts));
        }
    }

    /// <summary>Runs a transaction; answers whether it was committed.</summary>
    public async Task<bool> TryWriteAsync()
    {
        await using var connection = await hub.ConnectAsync();
        var isolation = hub.Isolations[random.Next(hub.Isolations.Count)];
        try
        {
            await using var transaction = await connection.BeginAsync(isolation);
            for (var i = random.Next(1, 5); i > 0; i--)
            {
                await WriteAsync(connection);
                await Task.Delay(random.Next(hub.TransactionMillisecondsMax));
            }

            if (random.Next(5) == 0)
            {
                await transaction.RollbackAsync();
                return false;
            }

            await transaction.CommitAsync();
            return true;
        }
        catch (DbException lost) when (lost.IsTransient || hub.IsContended(lost))
        {
            return false;
        }
    }

    private Task<int> WriteAsync(DbConnection connection)
    {
        object? person = random.Next(4) is > 0 and var some ? (long)some : null;
        var (account, deal, text) = (random.Next(Accounts), random.Next(Deals), $"t{number}.{_next}");
        return random.Next(8) switch
        {
            0 or 1 => connection.ExecuteAsync("""UPDATE "Account" SET "Region" = @region WHERE "Id" = @id""",
                ("@region", s_regions[random.Next(s_regions.Length)]), ("@id", account)),
            2 => connection.ExecuteAsync("""UPDATE "Deal" SET "AccountId" = @account WHERE "Id" = @id""", ("@account", account), ("@id", deal)),
            3 => connection.ExecuteAsync("""UPDATE "Deal" SET "Seller" = @person, "Text" = @text WHERE "Id" = @id""", ("@person", person), ("@text", text), ("@id", deal)),
            4 => connection.ExecuteAsync("""UPDATE "Deal" SET "Helper" = @person WHERE "Id" = @id""", ("@person", person), ("@id", deal)),
            5 => connection.ExecuteAsync("""INSERT INTO "Remark" ("Id", "DealId", "Text") VALUES (@id, @deal, @text)""",
                ("@id", _next++), ("@deal", random.Next(4) == 0 ? null : deal), ("@text", text)),
            6 => connection.ExecuteAsync("""UPDATE "Remark" SET "DealId" = @deal WHERE "DealId" = @from""", ("@deal", deal), ("@from", random.Next(Deals))),
            _ => connection.ExecuteAsync("""DELETE FROM "Remark" WHERE "DealId" = @deal AND "Id" < @id""",
                ("@deal", deal), ("@id", random.Next(_next))),
        };
    }
}
