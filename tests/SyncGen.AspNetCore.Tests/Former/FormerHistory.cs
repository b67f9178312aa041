using System.Globalization;
using SyncGen.AspNetCore.Tests.Service;

namespace SyncGen.AspNetCore.Tests.Former;

/// <summary>A random history of programs of both models with one hub: what was written, and what of it was replaced by those who saw it.</summary>
internal sealed class FormerHistory(int seed, Depot depot, Device young, IReadOnlyList<Device> old)
{
    private const string Crates = """SELECT "Id", "Level", "Code", "Grade", "Label", "Title", "Note", "Count" FROM "Crate" ORDER BY "Id" """;
    private const string OnlyLater = """SELECT "Id", "Level", "Code", "Grade", "Label" FROM "Crate" ORDER BY "Id" """;

    private readonly Random _random = new(seed);
    private readonly HashSet<string> _written = [];
    private readonly HashSet<string> _replaced = [];
    private int _next;

    /// <summary>How often an older program's session met rows of the hub, so that it could have spoilt them.</summary>
    public int Watched { get; private set; }

    /// <summary>Writes on all sides, and sessions in between.</summary>
    public async Task RunAsync(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            var who = _random.Next(old.Count + 1);
            if (_random.Next(3) > 0)
            {
                Write(who);
            }
            else
            {
                await SynchronizeAsync(who);
            }
        }
    }

    /// <summary>Brings all together, and says what is wrong then.</summary>
    public async Task AssertAgreementAsync()
    {
        for (var round = 0; round < 3; round++)
        {
            for (var who = 0; who <= old.Count; who++)
            {
                await SynchronizeAsync(who);
            }
        }

        var rows = depot.Database.Read(Crates);
        AssertSame(rows, young.Read(Crates), "the later program");
        foreach (var device in old)
        {
            AssertSame(
                depot.Database.Read("""SELECT "Id", "Title", "Note", "Count" FROM "Crate" ORDER BY "Id" """),
                device.Read("SELECT Id, Title, coalesce(Note, ''), Count FROM Crate ORDER BY Id"), "an older program");
        }

        var logs = string.Join('\n', old.Append(young).SelectMany(device => device.Read("SELECT loser_row FROM syncgen_depot_conflict"))
            .Concat(depot.Database.Read("SELECT loser_row FROM syncgen_depot_conflict")));
        var lost = _written.Where(text => !_replaced.Contains(text) && !rows.Any(row => row.Contains(text, StringComparison.Ordinal)) && !logs.Contains(text, StringComparison.Ordinal)).ToList();
        Assert.True(lost.Count == 0, $"seed {seed}: {string.Join(", ", lost)} went without a trace");
    }

    private Device Of(int who) => who == 0 ? young : old[who - 1];

    private void Write(int who)
    {
        var device = Of(who);
        var ids = device.Read("SELECT Id FROM Crate");
        var text = Text(who);
        var kind = ids.Count == 0 ? 0 : _random.Next(10);
        var id = ids.Count == 0 ? "0" : ids[_random.Next(ids.Count)];
        switch (kind)
        {
            case 0 or 1:
                id = (++_next + who * 10_000).ToString(CultureInfo.InvariantCulture);
                device.Run(who == 0
                    ? $"INSERT INTO Crate (Id, Level, Code, Grade, Note, Count, Label, Title) VALUES ({id}, {_next}, {_next}, 'Plain', '{Text(who)}', {_next}, '{Text(who)}', '{text}')"
                    : $"INSERT INTO Crate (Id, Title, Count, Note, Code, Weight) VALUES ({id}, '{text}', {_next}, '{Text(who)}', 'c', 1.5)");
                break;
            case 2:
                Replace(device, id, who == 0 ? "Title, Note, Label" : "Title, Note");
                device.Run($"DELETE FROM Crate WHERE Id = {id}");
                _written.Remove(text);
                break;
            case < 6 when who == 0:
                Replace(device, id, "Label");
                device.Run($"UPDATE Crate SET Level = {++_next}, Label = '{text}', Code = {_next} WHERE Id = {id}");
                break;
            case < 8:
                Replace(device, id, "Title");
                device.Run($"UPDATE Crate SET Title = '{text}' WHERE Id = {id}");
                break;
            default:
                Replace(device, id, "Note");
                device.Run($"UPDATE Crate SET Note = '{text}', Count = {++_next} WHERE Id = {id}");
                break;
        }
    }

    private string Text(int who)
    {
        var text = $"<{who}.{++_next}>";
        _written.Add(text);
        return text;
    }

    private void Replace(Device device, string id, string columns) =>
        _replaced.UnionWith(device.Read($"SELECT {columns} FROM Crate WHERE Id = {id}").SelectMany(row => row.Split('|')));

    // What an older program does not know is, of each row that is there before and after, as it was.
    private async Task SynchronizeAsync(int who)
    {
        var before = depot.Database.Read(OnlyLater).ToDictionary(row => row.Split('|')[0]);
        await Of(who).SynchronizeAsync();
        if (who > 0)
        {
            foreach (var row in depot.Database.Read(OnlyLater).Where(row => before.ContainsKey(row.Split('|')[0])))
            {
                Assert.True(before.Remove(row.Split('|')[0], out var same) && same == row, $"seed {seed}: an older program made {row} of {same}");
                Watched++;
            }

            // Who deletes a row deletes all of it, what is not known as well.
            _replaced.UnionWith(before.Values.Select(row => row.Split('|')[4]));
        }
    }

    private void AssertSame(IReadOnlyList<string> hub, IReadOnlyList<string> other, string name) =>
        Assert.True(hub.SequenceEqual(other), $"seed {seed}: the hub and {name} differ: {string.Join("; ", hub.Except(other))} / {string.Join("; ", other.Except(hub))}");
}
