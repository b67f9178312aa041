using Microsoft.Data.Sqlite;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.OneWriter;

/// <summary>Writes a shop at random, as an application would: in transactions, with foreign keys, some of them refused.</summary>
internal sealed class ShopWriter(Database database, Random random)
{
    private const int Ids = 4;

    private static readonly string[] s_codes = ["x", "y", "z"];

    /// <summary>How many statements the database refused: what an application tries is not always allowed.</summary>
    public int Refused { get; private set; }

    /// <summary>Some transactions of some statements each.</summary>
    public void Write()
    {
        for (var transactions = random.Next(1, 4); transactions > 0; transactions--)
        {
            database.Execute("BEGIN");
            for (var statements = random.Next(1, 7); statements > 0; statements--)
            {
                Refused += TryExecute(Statement()) ? 0 : 1;
            }

            database.Execute(random.Next(8) == 0 ? "ROLLBACK" : "COMMIT");
        }
    }

    private bool TryExecute(string sql)
    {
        try
        {
            database.Execute(sql);
            return true;
        }
        catch (SqliteException refused) when (refused.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            return false;
        }
    }

    private string Statement() => random.Next(14) switch
    {
        0 or 1 => $"INSERT INTO Customer VALUES ({Id()}, '{Text()}', {Code()}, {Id()})",
        2 => $"INSERT OR REPLACE INTO Customer VALUES ({Id()}, '{Text()}', {Code()}, {Id()})",
        3 => $"UPDATE Customer SET Name = '{Text()}', Code = {Code()} WHERE Id = {Id()}",
        4 or 5 => $"DELETE FROM Customer WHERE Id = {Id()}",
        6 => $"UPDATE Customer SET Id = {Id()} WHERE Id = {Id()}",
        7 => $"INSERT INTO Invoice VALUES ({Id()}, {Parent("Customer")}, '{Text()}')",
        8 or 9 => $"UPDATE Invoice SET CustomerId = {Parent("Customer")}, Text = '{Text()}' WHERE Id = {Id()}",
        10 => $"DELETE FROM Invoice WHERE Id = {Id()}",
        11 => $"INSERT OR REPLACE INTO Line VALUES ({Id()}, {Parent("Invoice")}, '{Text()}')",
        12 => $"UPDATE Line SET InvoiceId = {Parent("Invoice")} WHERE Id = {Id()}",
        _ => $"UPDATE Invoice SET Text = '{Text()}'",
    };

    private int Id() => random.Next(1, Ids + 1);

    private string Text() => new('t', random.Next(20));

    private string Code() => random.Next(3) == 0 ? $"'{s_codes[random.Next(s_codes.Length)]}'" : "NULL";

    // Mostly one that is there.
    private string Parent(string table) => random.Next(6) == 0 ? "NULL" : $"(SELECT Id FROM {table} ORDER BY (Id * {random.Next(1, 50)}) % 5 LIMIT 1)";
}
