using Microsoft.Extensions.DependencyInjection;
using SyncGen.AspNetCore.Hooks;
using SyncGen.AspNetCore.Tests.Former.Later;

namespace SyncGen.AspNetCore.Tests.Former;

/// <summary>An application's hooks see whole rows, whatever the client knows of them.</summary>
public sealed class FormerHookTests
{
    private const string Crates = """SELECT "Id", "Level", "Grade", "Label", "Title" FROM "Crate" ORDER BY "Id" """;

    [Fact]
    public async Task Hook_sees_what_the_client_does_not_send_and_may_set_it()
    {
        var rules = new CrateRules();
        await using var depot = await StartAsync(rules);
        await using var old = await Device.EarlierAsync(depot);
        await using var young = await Device.LaterAsync(depot);
        young.Run("INSERT INTO Crate VALUES (1, 5, 1, 'Plain', '', 1, 'glass', 'one')");
        await young.SynchronizeAsync();
        await old.SynchronizeAsync();
        rules.Seen.Clear();

        old.Run("UPDATE Crate SET Title = 'more' WHERE Id = 1");
        old.Run("INSERT INTO Crate VALUES (2, 'two', 10, NULL, 'x', 1.5, NULL)");
        await old.SynchronizeAsync();
        Assert.Equal(["1 5 Plain glass more", "2 0 Plain  two"], rules.Seen.Select(row => $"{row.Id} {row.Level} {row.Grade} {row.Label} {row.Title}").Order());
        Assert.Equal(["1|5|Plain|glass|more", "2|0|Plain||two"], depot.Database.Read(Crates));

        rules.Writing = row =>
        {
            row.Level += 100;
            row.Title += " hooked";
            return RowDecision<Crate>.Accept;
        };
        old.Run("UPDATE Crate SET Title = Id");
        await old.SynchronizeAsync();
        Assert.Equal(["1|105|Plain|glass|1 hooked", "2|100|Plain||2 hooked"], depot.Database.Read(Crates));
        Assert.Equal(["1 hooked", "2 hooked"], old.Read("SELECT Title FROM Crate ORDER BY Id"));
    }

    [Fact]
    public async Task What_changes_between_a_hook_and_the_store_is_kept()
    {
        var rules = new CrateRules();
        await using var depot = await StartAsync(rules);
        await using var old = await Device.EarlierAsync(depot);
        await using var young = await Device.LaterAsync(depot);
        young.Run("INSERT INTO Crate VALUES (1, 5, 1, 'Plain', '', 1, 'glass', 'one')");
        await young.SynchronizeAsync();
        await old.SynchronizeAsync();

        rules.Writing = row =>
        {
            depot.Database.Run("""UPDATE "Crate" SET "Level" = 6, "Label" = 'in between' WHERE "Id" = 1""");
            row.Grade = Grade.Good;
            return RowDecision<Crate>.Accept;
        };
        old.Run("UPDATE Crate SET Title = 'more'");
        await old.SynchronizeAsync();

        Assert.Equal(["1|6|Good|in between|more"], depot.Database.Read(Crates));
    }

    [Fact]
    public async Task Rejected_row_comes_back_as_it_is_at_the_hub()
    {
        var rules = new CrateRules { Writing = row => row.Level > 3 ? RowDecision<Crate>.Reject("Too high.") : RowDecision<Crate>.Accept };
        await using var depot = await StartAsync(rules);
        await using var old = await Device.EarlierAsync(depot);
        depot.Database.Run("""INSERT INTO "Crate" ("Id", "Level", "Code", "Grade", "Note", "Count", "Label", "Title") VALUES (1, 5, 1, 'Plain', '', 1, 'l', 'high'), (2, 2, 1, 'Plain', '', 1, 'l', 'low')""");
        await old.SynchronizeAsync();

        old.Run("UPDATE Crate SET Title = 'changed'");
        var result = await old.SynchronizeAsync();

        Assert.Equal("Too high.", Assert.Single(result.Notes).Message);
        Assert.Equal(["1|5|Plain|l|high", "2|2|Plain|l|changed"], depot.Database.Read(Crates));
        Assert.Equal(["high", "changed"], old.Read("SELECT Title FROM Crate ORDER BY Id"));
    }

    private static Task<Depot> StartAsync(CrateRules rules) =>
        Depot.StartAsync(configure: options => options.UseRowHooks<Crate, CrateHooks>(), services: services => services.AddSingleton(rules));
}
