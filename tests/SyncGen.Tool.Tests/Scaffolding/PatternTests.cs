using SyncGen.Tool.Output;
using SyncGen.Tool.Scaffolding;
using SyncGen.Tool.Scaffolding.Names;

namespace SyncGen.Tool.Tests.Scaffolding;

public sealed class PatternTests
{
    private const string Script =
        """
        CREATE TABLE orders (id INT PRIMARY KEY, note TEXT, secret TEXT NOT NULL, customer_id INT REFERENCES customers);
        CREATE TABLE order_lines (id INT PRIMARY KEY, note TEXT);
        CREATE TABLE customers (id INT PRIMARY KEY, note TEXT)
        """;

    [Theory]
    [InlineData("orders", "orders", true)]
    [InlineData("ORDERS", "orders", true)]
    [InlineData("order*", "order_lines", true)]
    [InlineData("*lines", "order_lines", true)]
    [InlineData("o?ders", "orders", true)]
    [InlineData("*d*r*", "orders", true)]
    [InlineData("s.*", "orders", true)]
    [InlineData("*", "", true)]
    [InlineData("**ers**", "orders", true)]
    [InlineData("o*r?", "orders", true)]
    [InlineData("o*r?", "orderer", false)]
    [InlineData("o*er?", "orderers", true)]
    [InlineData("", "", true)]
    [InlineData("", "o", false)]
    [InlineData("order", "orders", false)]
    [InlineData("order?", "order", false)]
    [InlineData("t.*", "orders", false)]
    [InlineData("o.ders", "orders", false)]
    public void A_pattern_matches_the_whole_name(string pattern, string name, bool matches)
    {
        Assert.Equal(matches, NamePattern.Chooses([pattern], [], "s", name));
        Assert.Equal(!matches, NamePattern.Chooses([], [pattern], "s", name));
    }

    [Fact]
    public async Task Tables_are_chosen_and_left_out()
    {
        Assert.Equal(["Orders"], (await Scaffolded.SqliteAsync(Script, new ScaffoldOptions { Tables = ["order*"], ExcludedTables = ["*_lines"] })).Entities);
        Assert.Equal(["Customers", "OrderLines"], (await Scaffolded.SqliteAsync(Script, new ScaffoldOptions { ExcludedTables = ["orders"] })).Entities);
    }

    [Fact]
    public void A_pattern_of_many_stars_takes_no_time() =>
        Assert.False(NamePattern.Chooses([string.Concat(Enumerable.Repeat("a*", 60)) + "b"], [], null, new string('a', 200)));

    [Fact]
    public async Task Where_nothing_is_chosen_that_is_told()
    {
        var scaffolded = await Scaffolded.SqliteAsync(Script, new ScaffoldOptions { Tables = ["orders"], ExcludedTables = ["order*"] });

        Assert.Empty(scaffolded.Entities);
        Assert.Equal(["No table was found that can be synchronised."], scaffolded.Notes);
    }

    [Fact]
    public async Task Tables_that_are_not_there_are_no_choice()
    {
        var error = await Assert.ThrowsAsync<ToolException>(() => Scaffolded.SqliteAsync(Script, new ScaffoldOptions { Tables = ["order", "client?"] }));

        Assert.Equal("No table has a name that fits 'order', 'client?'. The database has 'customers', 'order_lines', 'orders'.", error.Message);
    }

    [Fact]
    public async Task Patterns_that_fit_nothing_are_told()
    {
        var scaffolded = await Scaffolded.SqliteAsync(Script, new ScaffoldOptions
        {
            Tables = ["customers", "client?"],
            ExcludedTables = ["audit_*"],
            Columns = ["note", "*.name"],
            ExcludedColumns = ["orders.secrets", "orders.secret"],
        });

        Assert.Equal(
            [
                "No table has a name that fits 'client?'.",
                "No table has a name that fits 'audit_*'.",
                "No column has a name that fits '*.name'.",
                "No column has a name that fits 'orders.secrets'.",
            ],
            scaffolded.Notes);
    }

    [Fact]
    public async Task A_foreign_key_to_a_table_that_was_not_chosen_is_told()
    {
        var scaffolded = await Scaffolded.SqliteAsync(Script, new ScaffoldOptions { Tables = ["orders"] });

        Assert.Empty(scaffolded.Members("Orders", "references"));
        Assert.Equal(
            ["orders: Its foreign key (customer_id) leads to customers, which the document does not have: where the database enforces it, rows without a parent are refused."],
            scaffolded.Notes);
    }

    [Fact]
    public async Task Columns_are_chosen_and_those_of_keys_always_are()
    {
        var scaffolded = await Scaffolded.SqliteAsync(Script, new ScaffoldOptions { Columns = ["note"], ExcludedColumns = ["order_lines.note", "id"] });

        Assert.Equal(["Id", "Note"], scaffolded.Entity("Orders")["properties"]!.AsObject().Select(property => property.Key));
        Assert.Equal(["Id"], scaffolded.Entity("OrderLines")["properties"]!.AsObject().Select(property => property.Key));
        Assert.Contains("orders.secret: Not looked at, but NOT NULL without a default: no store can insert rows into the table without it.", scaffolded.Notes);
    }

    [Fact]
    public async Task What_patterns_leave_out_stays_as_it_is()
    {
        var first = await Scaffolded.SqliteAsync(Script);
        var edited = first.Text.Replace("\"Note\": { \"column\": \"note\", \"type\": \"String\", \"nullable\": true }", "\"Note\": { \"column\": \"note\", \"type\": \"String\" }", StringComparison.Ordinal);
        Assert.NotEqual(first.Text, edited);

        var again = await Scaffolded.SqliteAsync(Script, new ScaffoldOptions { Tables = ["orders", "customers"], ExcludedColumns = ["customers.note"] }, edited);

        Assert.Contains("""Note: {"column":"note","type":"String","nullable":true}""", again.Members("Orders"));
        Assert.Contains("""Note: {"column":"note","type":"String"}""", again.Members("OrderLines"));
        Assert.Contains("""Note: {"column":"note","type":"String"}""", again.Members("Customers"));
    }

    [Fact]
    public async Task A_table_that_is_chosen_later_refers_to_those_that_are_there()
    {
        var first = await Scaffolded.SqliteAsync(Script, new ScaffoldOptions { Tables = ["customers"] });
        var second = await Scaffolded.SqliteAsync(Script, new ScaffoldOptions { Tables = ["orders"] }, first.Text);

        Assert.Equal(["Customers", "Orders"], second.Entities);
        Assert.Equal(["""Customer: {"entity":"Customers","properties":["CustomerId"]}"""], second.Members("Orders", "references"));
    }
}
