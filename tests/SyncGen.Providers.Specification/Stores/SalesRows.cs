using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Filters;

namespace SyncGen.Providers.Specification.Stores;

/// <summary>The rows of the scope <c>sales</c> as plain objects: what a client must hold is computed from them, by no SQL.</summary>
/// <param name="Accounts">The customers.</param>
/// <param name="Deals">The deals.</param>
/// <param name="Remarks">The remarks.</param>
public sealed record SalesRows(IReadOnlyList<Account> Accounts, IReadOnlyList<Deal> Deals, IReadOnlyList<Remark> Remarks)
{
    /// <summary>Reads a database.</summary>
    public static async Task<SalesRows> ReadAsync(StoreDatabase database)
    {
        await using var connection = await database.ConnectAsync();
        var accounts = await connection.RowsAsync("""SELECT "Id", "Region", "Text" FROM "Account" ORDER BY "Id" """);
        var deals = await connection.RowsAsync("""SELECT "Id", "AccountId", "Seller", "Helper", "Text" FROM "Deal" ORDER BY "Id" """);
        var remarks = await connection.RowsAsync("""SELECT "Id", "DealId", "Text" FROM "Remark" ORDER BY "Id" """);
        return new SalesRows(
            [.. accounts.Select(row => row.Split('|')).Select(row => new Account { Id = int.Parse(row[0]), Region = row[1], Text = row[2] })],
            [.. deals.Select(row => row.Split('|')).Select(row => new Deal
            {
                Id = int.Parse(row[0]),
                AccountId = int.Parse(row[1]),
                Seller = Number(row[2]),
                Helper = Number(row[3]),
                Text = row[4],
            })],
            [.. remarks.Select(row => row.Split('|')).Select(row => new Remark { Id = int.Parse(row[0]), DealId = (int?)Number(row[1]), Text = row[2] })]);
    }

    /// <summary>What a client with a filter holds of these rows; all of them without one.</summary>
    public SalesRows Of(SalesScope.Filter? filter)
    {
        if (filter is null)
        {
            return this;
        }

        var accounts = Accounts.Where(account => filter.Region.Contains(account.Region)).ToList();
        var deals = Deals
            .Where(deal => accounts.Exists(account => account.Id == deal.AccountId))
            .Where(deal => deal.Seller == filter.Person || deal.Helper == filter.Person)
            .ToList();
        return new SalesRows(accounts, deals, [.. Remarks.Where(remark => deals.Exists(deal => deal.Id == remark.DealId))]);
    }

    /// <summary>All rows as text, one a line.</summary>
    public override string ToString() => string.Join('\n',
        Accounts.Select(account => $"account {account.Id} {account.Region} {account.Text}")
            .Concat(Deals.Select(deal => $"deal {deal.Id} of {deal.AccountId} by {deal.Seller} with {deal.Helper} {deal.Text}"))
            .Concat(Remarks.Select(remark => $"remark {remark.Id} on {remark.DealId} {remark.Text}")));

    private static long? Number(string text) => text == "NULL" ? null : long.Parse(text);
}
