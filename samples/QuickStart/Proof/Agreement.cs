using QuickStart.Data;
using QuickStart.Work;
using Spectre.Console;

namespace QuickStart.Proof;

/// <summary>Proves that all databases hold the same rows, and that all that everybody did is among them.</summary>
internal static class Agreement
{
    public static bool Show(IReadOnlyList<Person> people)
    {
        var databases = people.Select(person => new Database(person.ConnectionString)).ToList();
        try
        {
            var deedsArrived = ShowDeeds(people, databases);
            return ShowTables(people, databases) && deedsArrived;
        }
        finally
        {
            databases.ForEach(database => database.Dispose());
        }
    }

    private static bool ShowDeeds(IReadOnlyList<Person> people, List<Database> databases)
    {
        var table = new Table().AddColumn("Deed").AddColumns([.. people.Select(person => person.Name)]);
        var all = true;
        foreach (var (person, deed) in people.SelectMany(person => person.Deeds.Where(deed => deed.Trace is not null), (person, deed) => (person, deed)))
        {
            var arrived = databases.Select(database => database.Query(deed.Trace!).Single()[0] is 1L).ToList();
            all &= arrived.TrueForAll(yes => yes);
            table.AddRow([$"{person.Name} {Markup.Escape(deed.What)}", .. arrived.Select(yes => yes ? "yes" : "[red]no[/]")]);
        }

        AnsiConsole.Write(table);
        return all;
    }

    private static bool ShowTables(IReadOnlyList<Person> people, List<Database> databases)
    {
        var table = new Table().AddColumns("Table", "Rows").AddColumns([.. people.Select(person => person.Name)]).AddColumn("Agree");
        var all = true;
        foreach (var name in TableDigest.TablesOf(databases[0]))
        {
            var digests = databases.Select(database => TableDigest.Of(database, name)).ToList();
            var agree = digests.Distinct().Count() == 1;
            all &= agree;
            var rows = string.Join(" / ", digests.Select(digest => digest.Rows).Distinct());
            table.AddRow([name, rows, .. digests.Select(digest => digest.Checksum), agree ? "[green]yes[/]" : "[red]no[/]"]);
        }

        AnsiConsole.Write(table);
        return all;
    }
}
