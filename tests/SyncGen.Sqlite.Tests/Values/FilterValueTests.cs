using SyncGen.Filters;
using SyncGen.Sqlite.Tests.Model.Filters;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Values;

/// <summary>Filters find values in whatever form they are stored, and have one text each.</summary>
public sealed class FilterValueTests : IDisposable
{
    private static readonly Guid s_owner = Guid.Parse("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9");

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("upper('{0}')")]
    [InlineData("lower('{0}')")]
    [InlineData("x'{1}'")]
    public async Task A_guid_matches_in_any_of_its_forms(string stored)
    {
        using var data = new Database(_folder.PathOf("hub.db"));
        await using var hub = ShareScope.Sqlite(data.ConnectionString, SyncRole.Peer);
        await using var leaf = ShareScope.Sqlite($"Data Source={_folder.PathOf("leaf.db")}", Filter(s_owner, null));
        await hub.ProvisionAsync();
        var owner = stored.Replace("{0}", s_owner.ToString(), StringComparison.Ordinal)
            .Replace("{1}", Convert.ToHexString(s_owner.ToByteArray()), StringComparison.Ordinal);
        data.Execute($"INSERT INTO Share VALUES (1, {owner}, '2026-11-23', 1), (2, NULL, '2026-11-23', 1), (3, {owner}, '2026-11-24', 1), (4, {owner}, '2026-11-23', 2)");
        data.Execute("INSERT INTO Share VALUES (5, 'FFFFFFFF-0000-0000-0000-000000000000', '2026-11-23', 1)");

        await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();

        using var held = new Database(_folder.PathOf("leaf.db"));
        Assert.Equal(["1", "2"], held.Rows("SELECT Id FROM Share ORDER BY Id"));
    }

    [Fact]
    public void A_binding_has_one_text_and_is_read_back()
    {
        var binding = Filter(s_owner, null, Guid.Empty, s_owner).Bind();

        Assert.Equal(
            """[{"owner":"00000000-0000-0000-0000-000000000000"},{"owner":"0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"},{"owner":null},{"day":"2026-11-23"},{"kind":1}]""",
            binding.Text);
        Assert.Equal(binding, Filter(null, Guid.Empty, s_owner).Bind());
        Assert.Equal(binding, FilterBinding.Read(ShareScope.Definition, binding.Text));
        Assert.NotEqual(binding, Filter(s_owner).Bind());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[{}]")]
    [InlineData("""[{"other":1}]""")]
    [InlineData("""[{"day":"2026-11-23"}]""")]
    [InlineData("""[{"day":"2026-11-23"},{"day":"2026-11-24"},{"kind":1}]""")]
    [InlineData("""[{"day":null},{"kind":1}]""")]
    [InlineData("""[{"day":"monday"},{"kind":1}]""")]
    public void What_is_no_binding_is_refused(string text)
    {
        var refusal = Assert.Throws<SyncException>(() => FilterBinding.Read(ShareScope.Definition, text));
        Assert.Equal(SyncErrorCode.MalformedData, refusal.Code);
    }

    [Fact]
    public void A_filter_of_another_scope_is_refused() =>
        Assert.Throws<ArgumentException>(() => Model.TodoScope.Sqlite("Data Source=app.db", new SqliteProviderOptions { Filter = Filter(s_owner) }));

    public void Dispose() => _folder.Dispose();

    private static ShareScope.Filter Filter(params Guid?[] owners) => new() { Owner = owners, Day = new DateOnly(2026, 11, 23), Kind = DayOfWeek.Monday };
}
