using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using SyncGen.Providers.Specification.Models.Filters;
using SyncGen.Relational.Filters;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Tests.Filters;

/// <summary>What is run for a part in each session finds its rows by indexes: it costs what moved, or what is in the part.</summary>
public sealed class PartPlanTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"syncgen-{Guid.NewGuid():N}.db");

    [Fact]
    public async Task No_statement_of_a_session_reads_a_whole_table()
    {
        await using (var hub = SalesScope.Sqlite($"Data Source={_file}", SyncRole.Peer))
        {
            await hub.ProvisionAsync();
        }

        using var connection = new SqliteConnection($"Data Source={_file};Pooling=false");
        connection.Open();
        var binding = new SalesScope.Filter { Region = ["n", "s"], Person = 1 }.Bind();
        foreach (var layout in FilterLayout.Of(SalesScope.Definition).OfType<FilterLayout>())
        {
            var names = new TableNames("sales", layout.Table, new PlainDialect());
            var sql = new PartSql(layout, "sales", names, new PlainDialect(), new TableTraits(null, []));
            var read = sql.For(binding);
            string[] statements =
            [
                sql.Moves, sql.Store, sql.Remove, sql.MoveOut, read.Changes, read.Tombstones, read.Entering, read.Leaving, read.Rejected,
                read.ScanPlain.First, read.ScanPlain.Next, read.ScanTracked.First, read.ScanTracked.Next, read.Count, read.IsOutside, read.Outside,
                read.NewOutside, .. sql.LacksParent,
            ];
            // A derived table is read whole: it holds what changed, or the keys of a part.
            Assert.All(statements, statement => Assert.All(Plan(connection, statement), step => Assert.DoesNotMatch("^SCAN (?!c$|d$|CONSTANT|\\(subquery)", step)));
        }
    }

    public void Dispose() => File.Delete(_file);

    private static List<string> Plan(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var parameter in Regex.Matches(sql, @"\?\d+").Select(match => match.Value).Distinct())
        {
            command.Parameters.AddWithValue(parameter, 1);
        }

        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        Assert.NotEmpty(steps);
        return steps;
    }
}
