using SyncGen.Providers.Specification.Models.Todos;

namespace SyncGen.SqlServer.Tests.Offline;

/// <summary>A provider that reaches no server.</summary>
public sealed class ProviderTests
{
    [Fact]
    public void A_connection_string_that_is_none_is_refused_without_showing_it()
    {
        var refused = Assert.Throws<ArgumentException>(() => TodoScope.SqlServer("Server=localhost;Pasword=secret", new SqlServerProviderOptions()));

        Assert.DoesNotContain("secret", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        await using var store = TodoScope.SqlServer("Server=127.0.0.1,1;Database=shop;User ID=a;Password=secret;Connect Timeout=2;Encrypt=false", new SqlServerProviderOptions());

        var unreachable = await Assert.ThrowsAsync<SyncException>(() => store.ProvisionAsync());

        Assert.Equal(SyncErrorCode.StoreUnavailable, unreachable.Code);
        Assert.True(unreachable.IsTransient);
        Assert.Contains("'shop'", unreachable.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", unreachable.ToString(), StringComparison.Ordinal);
    }
}
