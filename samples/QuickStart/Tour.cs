using QuickStart.Data;
using QuickStart.Model;
using QuickStart.Output;
using QuickStart.Proof;
using QuickStart.Work;
using Spectre.Console;
using SyncGen;

namespace QuickStart;

/// <summary>A service company: its office has the hub, two technicians have a copy in their vans, mostly out of reach.</summary>
internal static class Tour
{
    /// <returns>Whether all three databases agree in the end.</returns>
    public static async Task<bool> RunAsync(string? path)
    {
        using var folder = path is null ? WorkFolder.Temporary() : WorkFolder.Within(path);
        var office = new Person("Office", folder.NewDatabase("office"), Days.OfTheOffice());
        var ann = new Person("Ann", folder.NewDatabase("ann"), Days.OfAnn());
        var ben = new Person("Ben", folder.NewDatabase("ben"), Days.OfBen());
        await using var hub = FieldServiceScope.Sqlite(office.ConnectionString, SyncRole.Peer);
        await using var annsVan = FieldServiceScope.Sqlite(ann.ConnectionString);
        await using var bensVan = FieldServiceScope.Sqlite(ben.ConnectionString);
        var everybody = SyncOrchestrator.Around(hub, annsVan, bensVan);

        Title("The office fills its database");
        await hub.ProvisionAsync();
        using (var database = new Database(office.ConnectionString))
        {
            new OpeningStock(database).Write();
        }

        Title("Ann and Ben synchronise for the first time");
        await SessionView.RunAsync(everybody);

        Title("Everybody works, nobody is connected");
        foreach (var person in new[] { office, ann, ben })
        {
            DeedView.Show(person);
            person.Work();
            await Task.Delay(20); // One after the other, so that it is clear whose write is the latest.
        }

        Title("They synchronise again");
        var result = await SessionView.RunAsync(everybody);

        Title("Two rows were written by two of them");
        await ConflictView.ShowAsync(result, hub);

        Title("Does everybody have the same?");
        var agree = Agreement.Show([office, ann, ben]);
        Console.WriteLine(agree ? "Yes: all three databases agree." : "No: the databases differ.");
        return agree;
    }

    private static void Title(string text)
    {
        Console.WriteLine();
        AnsiConsole.Write(new Rule(text) { Justification = Justify.Left });
    }
}
