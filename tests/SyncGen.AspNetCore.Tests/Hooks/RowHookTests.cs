using SyncGen.AspNetCore.Hooks;
using SyncGen.AspNetCore.Tests.Model;
using SyncGen.AspNetCore.Tests.Service;
using SyncGen.Conflicts;

namespace SyncGen.AspNetCore.Tests.Hooks;

/// <summary>What an application makes of rows, the hub has, and clients that others wrote have it, too.</summary>
public sealed class RowHookTests
{
    private static readonly Guid s_one = new("11111111-1111-1111-1111-111111111111");
    private static readonly Guid s_two = new("22222222-2222-2222-2222-222222222222");
    private static readonly Guid s_kept = new("33333333-3333-3333-3333-333333333333");
    private static readonly Guid s_empty = new("44444444-4444-4444-4444-444444444444");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rows_are_accepted_and_changed_and_rejected(bool isJson)
    {
        await using var service = await HookedService.StartAsync();
        using var device = service.Device(isJson);
        service.Rules.Writing = TrimOrReject;
        service.Rules.Deleting = key => key.Id == s_kept ? RowDecision<Item>.Reject("This one stays.") : RowDecision<Item>.Accept;

        device.Put(s_two, "fine");
        device.Put(s_one, " pear ");
        device.Put(s_kept, "kept");
        device.Put(s_empty, "");
        await device.SyncAsync();
        AssertEqual(service, device, "fine", "kept", "pear");
        var rejected = Assert.Single(device.Shown);
        Assert.Equal(("A title is needed.", true, ""), (rejected.Error, rejected.IsDeleted, rejected.InError!["Title"]));
        Assert.Equal(["write fine", "write  pear ", "write kept", "write "], Asked(service));

        device.Shown.Clear();
        device.Put(s_one, "plum ");
        device.Put(s_two, "");
        device.Delete(s_kept);
        await device.SyncAsync();
        AssertEqual(service, device, "fine", "kept", "plum");
        var changed = Assert.Single(device.Shown, shown => shown.Resolution is not null);
        Assert.Equal(("ServerWins", "plum", "plum "), (changed.Resolution, changed["Title"], changed.Conflicting!["Title"]));
        Assert.Equal(["A title is needed.", "This one stays."], device.Shown.Select(shown => shown.Error).OfType<string>().Order());
        Assert.Empty(TestStores.Read(service.Shop, "SELECT 1 FROM syncgen_Shop_conflict"));

        // What is changed into what is there already is still another row than the client's.
        device.Put(s_one, "plum  ");
        await device.SyncAsync();
        AssertEqual(service, device, "fine", "kept", "plum");
        device.Delete(s_one);
        await device.SyncAsync();
        AssertEqual(service, device, "fine", "kept");
        using var other = service.Device(!isJson);
        await other.SyncAsync();
        AssertEqual(service, other, "fine", "kept");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Row_that_a_hook_changes_in_place_is_changed_and_a_deletion_may_become_a_row(bool isJson)
    {
        await using var service = await HookedService.StartAsync();
        using var device = service.Device(isJson);
        service.Rules.Writing = (row, _) =>
        {
            row.Title += "!";
            return RowDecision<Item>.Accept;
        };
        service.Rules.Deleting = key =>
        {
            key.Title = "of no meaning";
            return key.Id == s_one ? RowDecision<Item>.Change(new Item { Id = key.Id, Title = "archived" }) : RowDecision<Item>.Accept;
        };

        device.Put(s_one, "pear");
        device.Put(s_two, "plum");
        await device.SyncAsync();
        AssertEqual(service, device, "pear!", "plum!");
        device.Put(s_one, "apple");
        await device.SyncAsync();
        AssertEqual(service, device, "apple!", "plum!");
        device.Delete(s_one);
        device.Delete(s_two);
        await device.SyncAsync();

        AssertEqual(service, device, "archived");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Upload_whose_answer_was_lost_is_judged_again_and_doubles_nothing(bool isJson)
    {
        await using var service = await HookedService.StartAsync();
        using var device = service.Device(isJson);
        using var other = service.Device(!isJson);
        var count = 0;
        service.Rules.Writing = (row, _) => row.Title.Length == 0
            ? RowDecision<Item>.Reject("A title is needed.")
            : RowDecision<Item>.Change(row with { Title = $"{row.Title.Trim()} {++count}" });
        await device.SyncAsync();

        // The first is sent again as it was, the second with what was changed since, and somebody else has changed the third.
        device.Put(s_one, "one ");
        device.Put(s_two, "two ");
        device.Put(s_kept, "three");
        device.Put(s_empty, "");
        await device.SyncAsync(loseAnswer: true);
        await other.SyncAsync();
        AssertEqual(service, other, "one 1", "three 3", "two 2");
        other.Put(s_kept, "other");
        await other.SyncAsync();
        device.Put(s_two, "two again");
        await device.SyncAsync();

        AssertEqual(service, device, "one 1", "other 4", "two again 6");
        Assert.Contains(device.Shown, shown => shown.Error == "A title is needed.");
        Assert.Empty(TestStores.Read(service.Shop, "SELECT 1 FROM syncgen_Shop_conflict"));
        device.Put(s_one, "one once more");
        await device.SyncAsync();
        await other.SyncAsync();
        AssertEqual(service, device, "one once more 8", "other 4", "two again 6");
        AssertEqual(service, other, "one once more 8", "other 4", "two again 6");
    }

    [Theory]
    [InlineData(true, "take", "ann", "ClientWins")]
    [InlineData(false, "take", "ann", "ClientWins")]
    [InlineData(true, "keep", "hub", "ServerWins")]
    [InlineData(false, "keep", "hub", "ServerWins")]
    [InlineData(true, "merge", "hub and ann", "Merge")]
    [InlineData(false, "merge", "hub and ann", "Merge")]
    [InlineData(true, "delete", null, "ServerWins")]
    [InlineData(false, "delete", null, "ServerWins")]
    [InlineData(true, "leave", "hub", "ServerWins")]
    [InlineData(false, "leave", "hub", "ServerWins")]
    public async Task Conflict_ends_as_the_hook_says_over_the_row_that_a_hook_has_made(bool isJson, string decision, string? stands, string resolution)
    {
        await using var service = await HookedService.StartAsync();
        using var device = service.Device(isJson);
        service.Rules.Writing = TrimOrReject;
        service.Rules.Resolve = conflict => decision switch
        {
            "take" => ConflictResolution<Item>.TakeIncoming,
            "keep" => ConflictResolution<Item>.KeepLocal,
            "merge" => ConflictResolution<Item>.Merge(conflict.Local.Row with { Title = $"{conflict.Local.Row.Title} and {conflict.Incoming.Row.Title}" }),
            "delete" => ConflictResolution<Item>.Delete,
            _ => null,
        };
        device.Put(s_one, "first");
        await device.SyncAsync();
        TestStores.Run(service.Shop, "UPDATE Item SET Title = 'hub'");

        device.Put(s_one, "ann ");
        await device.SyncAsync();

        AssertEqual(service, device, stands is null ? [] : [stands]);
        Assert.Equal(resolution, Assert.Single(device.Shown).Resolution);
        Assert.Equal(["write first", "write ann ", "resolve ann"], Asked(service));
    }

    [Fact]
    public async Task Hook_may_bring_a_row_into_the_clients_part_and_not_out_of_it()
    {
        await using var service = await HookedService.StartAsync();
        using var ann = new Stranger(service.Service.Address, "chores", isJson: true, "ann");
        TestStores.Run(service.Service.Stores.Chores, "INSERT INTO Chore VALUES (1, 'floor', 'ann')");
        await ann.DownloadAsync();

        var told = await ann.UploadAsync([Chore(1, "lost", "ann", null), Chore(2, "dishes", "", "t2"), Chore(3, "lost", "", "t3")]);

        Assert.Equal(["1|floor|ann", "2|dishes|ann"], TestStores.Read(service.Service.Stores.Chores, "SELECT Id, What, Owner FROM Chore ORDER BY Id"));
        Assert.Equal(("t2", "ann"), told.Where(entry => entry.Error is null).Select(entry => (entry.TempId, entry["Owner"])).Single());
        Assert.Equal([("1", "floor"), ("3", null)], told.Where(entry => entry.Error is not null).Select(entry => (entry.InError!["Id"], entry["What"])).Order());
        Assert.Equal(2, service.Log.Entries.Count(entry => entry.StartsWith("Warning Row ", StringComparison.Ordinal) && entry.Contains("of Chore", StringComparison.Ordinal)));
    }

    private static RowDecision<Item> TrimOrReject(Item row, SyncRequest request) => row.Title.Length == 0
        ? RowDecision<Item>.Reject("A title is needed.")
        : RowDecision<Item>.Change(row with { Title = row.Title.Trim() });

    private static IEnumerable<string> Asked(HookedService service) => service.Rules.Calls
        .Select(call => call[(call.IndexOf(' ', StringComparison.Ordinal) + 1)..])
        .Where(call => call.StartsWith("write ", StringComparison.Ordinal) || call.StartsWith("resolve ", StringComparison.Ordinal));

    private static void AssertEqual(HookedService service, StrangerDevice device, params string[] titles)
    {
        Assert.Equal(titles, service.Titles());
        Assert.Equal(titles, device.Titles);
    }

    private static StrangerEntry Chore(int id, string what, string owner, string? tempId) =>
        new("chores.Chore", new() { ["Id"] = id.ToString(System.Globalization.CultureInfo.InvariantCulture), ["What"] = what, ["Owner"] = owner })
        {
            TempId = tempId,
            Id = tempId is null ? $"http://here/Chore(Id={id})" : null,
        };
}
