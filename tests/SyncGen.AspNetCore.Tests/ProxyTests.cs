using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using SyncGen.AspNetCore.Tests.Model;
using SyncGen.AspNetCore.Tests.Service;

namespace SyncGen.AspNetCore.Tests;

/// <summary>Behind a proxy, ids and documents name the address that clients see.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData(null, null, null, "", "http://{host}/sync")]
    [InlineData("https", "shop.example", null, "", "https://shop.example/sync")]
    [InlineData("https", "shop.example:8443", null, "", "https://shop.example:8443/sync")]
    [InlineData("https", "shop.example", "/tenants/one", "", "https://shop.example/tenants/one/sync")]
    [InlineData("https", "shop.example", null, "base/", "https://shop.example/base/sync")]
    public async Task Forwarded_headers_and_a_base_path_are_followed(string? scheme, string? host, string? prefix, string path, string expected)
    {
        await using var application = await StartAsync();
        expected = expected.Replace("{host}", application.Root.Authority, StringComparison.Ordinal);

        var (scopes, id, root) = await AskAsync(application, path, scheme, host, prefix);

        Assert.Equal(expected + "/", scopes.TrimEnd('/') + "/");
        Assert.Equal($"{expected}/Item(Id=guid'", id[..(expected.Length + 14)]);
        Assert.Equal($"{expected}/$syncScopes", root);
    }

    [Fact]
    public async Task Public_address_beats_what_a_proxy_says()
    {
        await using var application = await StartAsync(new Uri("https://public.example/api/"));

        var (scopes, id, root) = await AskAsync(application, "base/", "https", "shop.example", "/tenants/one");

        Assert.Equal("https://public.example/api", scopes.TrimEnd('/'));
        Assert.StartsWith("https://public.example/api/Item(", id, StringComparison.Ordinal);
        Assert.Equal("https://public.example/api/$syncScopes", root);
    }

    [Fact]
    public async Task Headers_of_a_client_that_is_no_proxy_mean_nothing()
    {
        await using var application = await StartAsync(isTrusting: false);

        var (_, id, _) = await AskAsync(application, "", "https", "evil.example", null);

        Assert.StartsWith($"http://{application.Root.Authority}/sync/Item(", id, StringComparison.Ordinal);
    }

    private static Task<HostedApplication> StartAsync(Uri? publicAddress = null, bool isTrusting = true) => HostedApplication.StartAsync(application =>
    {
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All };
        if (!isTrusting)
        {
            forwarded.KnownProxies.Clear();
            forwarded.KnownProxies.Add(System.Net.IPAddress.Parse("192.0.2.1"));
            forwarded.KnownIPNetworks.Clear();
        }

        application.UseForwardedHeaders(forwarded);
        application.UsePathBase("/base");
        application.UseRouting();
        application.MapShopScope("/sync", options => options.PublicAddress = publicAddress);
    });

    private static async Task<(string Scopes, string Id, string Root)> AskAsync(HostedApplication application, string path, string? scheme, string? host, string? prefix)
    {
        TestStores.Run(application.Stores.Shop, $"INSERT INTO Item VALUES ('{Guid.NewGuid()}', 'one', '1', NULL)");
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        foreach (var (name, value) in new[] { ("X-Forwarded-Proto", scheme), ("X-Forwarded-Host", host), ("X-Forwarded-Prefix", prefix), ("X-Forwarded-For", scheme is null ? null : "203.0.113.7") })
        {
            if (value is not null)
            {
                http.DefaultRequestHeaders.Add(name, value);
            }
        }

        var service = $"{application.Root}{path}sync";
        var scopes = XElement.Parse(await http.GetStringAsync(service + "/$syncScopes"));
        var feed = JsonNode.Parse(await http.GetStringAsync(service + "/Shop/DownloadChanges?$format=json"))!;
        using var root = await http.GetAsync(service);
        return ((string)scopes.Attribute(XNamespace.Xml + "base")!, (string)feed["d"]!["results"]![0]!["__metadata"]!["uri"]!, root.Headers.Location!.ToString());
    }
}
