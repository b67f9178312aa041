using BranchOffices.Offices;
using Spectre.Console;
using SyncGen;

namespace BranchOffices;

/// <summary>What happens in the company, round by round.</summary>
internal static class Tour
{
    /// <summary>Answers whether in the end everybody has what is theirs.</summary>
    public static async Task<bool> RunAsync(Company company)
    {
        Console.WriteLine("The head office takes orders.");
        await company.Hub.WriteAsync(
            """INSERT INTO "Customer" ("Id", "Name") VALUES (1, 'Amber Bakery'), (2, 'Birch Bikes'), (3, 'Cedar Cinema')""",
            """INSERT INTO "Sale" ("Id", "CustomerId", "Region", "Note") VALUES (10, 1, 'north', 'urgent'), (11, 2, 'north', ''), (12, 3, 'south', '')""",
            """INSERT INTO "SaleLine" ("Id", "SaleId", "Product", "Quantity") VALUES (100, 10, 'flour', 20), (101, 10, 'salt', 2), (102, 11, 'chains', 5), (103, 12, 'lamps', 8)""");
        await MeetAsync(company);

        Console.WriteLine("Order 10 moves to the south, at the head office. The branch takes order 20 for the north. Sam changes his order 12, offline.");
        await company.Hub.WriteAsync("""UPDATE "Sale" SET "Region" = 'south' WHERE "Id" = 10""");
        await company.Branch.WriteAsync(
            """INSERT INTO "Sale" ("Id", "CustomerId", "Region", "Note") VALUES (20, 2, 'north', 'from the branch')""",
            """INSERT INTO "SaleLine" ("Id", "SaleId", "Product", "Quantity") VALUES (200, 20, 'saddles', 3)""");
        await company.Salesmen[1].WriteAsync("""UPDATE "Sale" SET "Note" = 'delivered' WHERE "Id" = 12""");
        await MeetAsync(company);

        Console.WriteLine("The branch gives order 12 to the north and strikes order 11. Sam takes order 30 for the north, which is not his part.");
        await company.Branch.WriteAsync(
            """UPDATE "Sale" SET "Region" = 'north' WHERE "Id" = 12""",
            """DELETE FROM "SaleLine" WHERE "SaleId" = 11""",
            """DELETE FROM "Sale" WHERE "Id" = 11""");
        await company.Salesmen[1].WriteAsync("""INSERT INTO "Sale" ("Id", "CustomerId", "Region", "Note") VALUES (30, 1, 'north', 'not mine')""");
        await MeetAsync(company);

        return await HasEverybodyTheirsAsync(company);
    }

    // Twice: what one brings, those who came before it hear of in the second round.
    private static async Task MeetAsync(Company company)
    {
        for (var round = 1; round <= 2; round++)
        {
            foreach (var office in company.Offices.Skip(1))
            {
                var result = await SyncOrchestrator.Between(office.Store, company.Hub.Store).SynchronizeAsync();
                Console.WriteLine($"  {office.Name}: {result}");
                foreach (var note in result.Notes)
                {
                    Console.WriteLine($"    {note.Table} {note.Key}: {note.Message}");
                }
            }
        }

        await ShowAsync(company);
    }

    private static async Task ShowAsync(Company company)
    {
        var table = new Table().AddColumns("Who", "Order", "Region", "Customer", "Pieces", "Note");
        foreach (var office in company.Offices)
        {
            foreach (var held in await office.ReadAsync())
            {
                table.AddRow([.. new[] { office.Name, held.Id.ToString(), held.Region, held.Customer, held.Pieces.ToString(), held.Note }.Select(text => new Text(text))]);
            }
        }

        AnsiConsole.Write(table);
    }

    private static async Task<bool> HasEverybodyTheirsAsync(Company company)
    {
        var all = await company.Hub.ReadAsync();
        foreach (var office in company.Offices)
        {
            var theirs = all.Where(held => office.Region is null || held.Region == office.Region);
            if (!theirs.SequenceEqual(await office.ReadAsync()))
            {
                Console.WriteLine($"No: {office.Name} does not hold what it should.");
                return false;
            }
        }

        Console.WriteLine("Yes: everybody holds what is theirs, and nothing else.");
        return true;
    }
}
