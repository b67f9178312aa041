using SyncGen.Sqlite.Tests.Model;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests;

/// <summary>The first things that go wrong for a new user say what to do.</summary>
public sealed class WrongPathTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("app.db")]
    [InlineData("File=app.db")]
    public void What_is_no_connection_string_is_answered_with_one(string connectionString)
    {
        var error = Assert.Throws<ArgumentException>(() => TodoScope.Sqlite(connectionString));

        Assert.Equal("connectionString", error.ParamName);
        Assert.Contains("'Data Source=app.db'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        var path = _folder.PathOf(Path.Combine("missing", "app.db"));
        await using var store = TodoScope.Sqlite($"Data Source={path}");

        var error = await Assert.ThrowsAsync<SyncException>(() => store.ProvisionAsync());

        Assert.Equal(SyncErrorCode.StoreUnavailable, error.Code);
        Assert.Equal(
            $"'{path}' cannot be opened (SQLite Error 14: 'unable to open database file'). Check that it is a file that is there or may be created, and that its folder exists and may be written.",
            error.Message);
    }

    public void Dispose() => _folder.Dispose();
}
