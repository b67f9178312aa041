using SyncGen.Model;

namespace SyncGen.Tests.Model;

/// <summary>What an earlier model has is found in the present one: by its name, else by a former one, and once only.</summary>
public sealed class ScopeMatchTests
{
    private static readonly SyncColumn s_id = new("Id", SyncType.Int32, false);

    [Fact]
    public void Names_count_before_former_names_and_schemas_before_names()
    {
        var match = Match(
            [Table("a", "Order"), Table("b", "Order"), Table(null, "Note"), Table(null, "Gone")],
            [Table(null, "Remark", "Note", "Order"), Table("b", "Order"), Table("c", "Order"), Table(null, "New", "Note")]);

        Assert.Equal(["Order c", "Order b", "Remark ", null], match.OfFormer.Select(pair => pair is null ? null : $"{pair.Present.Name} {pair.Present.Schema}"));
        Assert.Equal(["Note ", "Order b", "Order a", null], match.OfPresent.Select(pair => pair is null ? null : $"{pair.Former.Name} {pair.Former.Schema}"));
    }

    [Fact]
    public void Column_is_found_once()
    {
        var match = Match(
            [new NamedTable(null, "Note", [], 1, s_id, Text("Title"), Text("Body"), Text("Gone"))],
            [new NamedTable(null, "Note", [], 1, s_id, Text("Label", "Title", "Body"), Text("Title", "Body"), Text("Other", "Body", "Title"))]).OfFormer.Single()!;

        Assert.Equal([0, 2, 1, TableMatch.Nowhere], Enumerable.Range(0, 4).Select(match.PresentOf));
        Assert.Equal([0, 2, 1, TableMatch.Nowhere], Enumerable.Range(0, 4).Select(match.FormerOf));
        Assert.True(match.HasSameKey);
    }

    [Theory]
    [InlineData("Id", SyncType.Int32, 1, true)]
    [InlineData("Number", SyncType.Int32, 1, true)]
    [InlineData("Id", SyncType.Int64, 1, false)]
    [InlineData("Other", SyncType.Int32, 1, false)]
    [InlineData("Id", SyncType.Int32, 2, false)]
    public void Key_may_be_renamed_and_nothing_else(string name, SyncType type, int keyLength, bool isSame)
    {
        var key = new SyncColumn(name, type, false) { FormerNames = name == "Number" ? ["Id"] : [] };
        var match = Match([new NamedTable(null, "Note", [], 1, s_id, Text("Title"))], [new NamedTable(null, "Note", [], keyLength, key, Text("Title"))]);

        Assert.Equal(isSame, match.OfPresent.Single()!.HasSameKey);
    }

    private static NamedTable Table(string? schema, string name, params string[] former) => new(schema, name, former, 1, s_id);

    private static SyncColumn Text(string name, params string[] former) => new(name, SyncType.String, true) { FormerNames = former };

    private static ScopeMatch Match(SyncTable[] former, SyncTable[] present) =>
        ScopeMatch.Of(ScopeDescription.Of(new SyncScope("s", "1", former)), new SyncScope("s", "2", present));
}
