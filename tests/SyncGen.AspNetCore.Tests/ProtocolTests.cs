using System.Net;
using System.Xml.Linq;
using SyncGen.AspNetCore.Tests.Service;
using SyncGen.OData.Feeds;

namespace SyncGen.AspNetCore.Tests;

/// <summary>Addresses, verbs, forms and errors are those of the protocol.</summary>
public sealed class ProtocolTests
{
    private const string Empty = "{\"d\":{\"__sync\":{\"serverBlob\":null},\"results\":[]}}";

    [Fact]
    public async Task Root_leads_to_the_scopes_and_they_to_their_types()
    {
        await using var service = await TestService.StartAsync();
        using var http = new HttpClient();

        var scopes = XElement.Parse(await http.GetStringAsync(service.Address.ToString().TrimEnd('/')));
        XNamespace app = "http://www.w3.org/2007/app";
        var names = scopes.Descendants(app + "collection").Select(collection => (string)collection.Attribute("href")!).ToList();
        var metadata = XElement.Parse(await http.GetStringAsync($"{service.Address}{names[0]}/$metadata"));

        Assert.Equal(["shop", "stall", "chores"], names);
        Assert.Equal(["Item", "Label"], metadata.Descendants().Where(element => element.Name.LocalName == "EntityType").Select(type => (string)type.Attribute("Name")!));
    }

    [Theory]
    [InlineData("GET", "shop/DownloadChanges", null, 200)]
    [InlineData("POST", "shop/downloadchanges", Empty, 200)]
    [InlineData("POST", "shop/UploadChanges", Empty, 200)]
    [InlineData("GET", "shop/DownloadChanges/", null, 200)]
    [InlineData("GET", "$SYNCSCOPES", null, 200)]
    [InlineData("GET", "shop", null, 400)]
    [InlineData("GET", "shop/Nothing", null, 400)]
    [InlineData("GET", "shop/DownloadChanges/more", null, 400)]
    [InlineData("GET", "nothing/DownloadChanges", null, 400)]
    [InlineData("GET", "shop/UploadChanges", null, 405)]
    [InlineData("POST", "shop/$metadata", Empty, 405)]
    [InlineData("POST", "$syncScopes", Empty, 405)]
    [InlineData("PUT", "shop/UploadChanges", Empty, 405)]
    [InlineData("DELETE", "shop", null, 405)]
    [InlineData("GET", "shop/DownloadChanges?$format=xml", null, 415)]
    [InlineData("GET", "shop/DownloadChanges?$format=json&$format=atom", null, 415)]
    [InlineData("GET", "shop/DownloadChanges?$syncServerBlob=AAAA", null, 400)]
    [InlineData("GET", "shop/DownloadChanges?$syncServerBlob=%2B*", null, 400)]
    [InlineData("POST", "shop/UploadChanges", "", 400)]
    [InlineData("POST", "shop/UploadChanges", "{", 400)]
    [InlineData("POST", "shop/UploadChanges", "<feed/>", 400)]
    [InlineData("POST", "shop/UploadChanges", "{\"d\":{\"results\":[{\"__metadata\":{\"type\":\"Shop.None\",\"tempId\":\"1\"}}]}}", 400)]
    [InlineData("POST", "shop/UploadChanges", "{\"d\":{\"results\":[{\"__metadata\":{\"type\":\"Shop.Item\",\"isDeleted\":true,\"uri\":\"x\"}}]}}", 400)]
    // Errors quote what was sent, and halves of characters stand in no answer.
    [InlineData("POST", "shop/UploadChanges", "{\"d\":{\"results\":[{\"__metadata\":{\"type\":\"Shop.\\ud800\",\"tempId\":\"1\"}}]}}", 400)]
    [InlineData("POST", "shop/UploadChanges", "{\"d\":{\"results\":[{\"__metadata\":{\"type\":\"Shop.Item\",\"tempId\":\"1\"},\"Price\":\"\\udc00\\ud800\"}]}}", 400)]
    [InlineData("POST", "shop/UploadChanges", "{\"d\":{\"results\":[{\"Name\":\"\\ud800\",\"__metadata\":{\"type\":\"Label\",\"tempId\":\"1\"}},{\"Name\":\"\\ud800\",\"__metadata\":{\"type\":\"Label\",\"tempId\":\"2\"}}]}}", 400)]
    public async Task Requests_have_the_status_of_the_protocol(string verb, string path, string? body, int status)
    {
        await using var service = await TestService.StartAsync();
        using var stranger = new Stranger(service.Address, "", isJson: true);

        using var response = await stranger.SendRequestAsync(new HttpMethod(verb), path, body is null ? null : System.Text.Encoding.UTF8.GetBytes(body));
        var text = await response.Content.ReadAsStringAsync();

        Assert.True(status == (int)response.StatusCode, text);
        if (status != 200)
        {
            Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
            Assert.NotEmpty((string)System.Text.Json.Nodes.JsonNode.Parse(text)!["ErrorDescription"]!);
        }
        else
        {
            Assert.Equal("1.0", Assert.Single(response.Headers.GetValues("SyncServiceVersion")));
        }
    }

    [Theory]
    [InlineData("application/json", null, "application/json")]
    [InlineData("application/atom+xml", null, "application/atom+xml")]
    [InlineData("*/*", null, "application/atom+xml")]
    [InlineData("application/*;q=0.1, application/json", null, "application/json")]
    [InlineData("text/html, application/json;q=0", null, "application/json")]
    [InlineData("application/json, application/atom+xml", null, "application/atom+xml")]
    [InlineData("application/atom+xml", "JSON", "application/json")]
    [InlineData("text/html", "atom", "application/atom+xml")]
    [InlineData("text/html", null, null)]
    public async Task Form_of_the_answer_is_negotiated(string accept, string? format, string? expected)
    {
        await using var service = await TestService.StartAsync();
        using var stranger = new Stranger(service.Address, "shop", isJson: true);

        using var response = await stranger.SendRequestAsync(HttpMethod.Get, format is null ? "DownloadChanges" : $"DownloadChanges?$format={format}", null, accept: accept);

        Assert.Equal(expected is null ? HttpStatusCode.NotAcceptable : HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected ?? "application/xml", response.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("text/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Body_of_another_type_is_refused(string type)
    {
        await using var service = await TestService.StartAsync();
        using var stranger = new Stranger(service.Address, "shop", isJson: true);

        var (status, body) = await stranger.SendAsync(HttpMethod.Post, "UploadChanges", Empty, contentType: type);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("content type", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_may_have_another_form_than_the_request()
    {
        await using var service = await TestService.StartAsync();
        using var stranger = new Stranger(service.Address, "shop", isJson: true);

        var (status, body) = await stranger.SendAsync(HttpMethod.Post, "UploadChanges?$format=atom", Empty, contentType: "application/json; charset=utf-8");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith("<feed", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_larger_than_the_limits_is_refused()
    {
        await using var service = await TestService.StartAsync(options => options.Limits = new FeedLimits { BytesMax = 10_000, EntriesMax = 3 });
        using var stranger = new Stranger(service.Address, "shop", isJson: true);
        var many = StrangerFeed.Format(null, [.. Enumerable.Range(0, 4).Select(i => StrangerEntry.NewItem(Guid.NewGuid(), "x"))], isJson: true);
        var large = StrangerFeed.Format(null, [StrangerEntry.NewItem(Guid.NewGuid(), new string('x', 20_000))], isJson: true);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await stranger.SendAsync(HttpMethod.Post, "UploadChanges", many)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await stranger.SendAsync(HttpMethod.Post, "UploadChanges", large)).Status);
        Assert.Equal(HttpStatusCode.RequestUriTooLong, (await stranger.SendAsync(HttpMethod.Get, "DownloadChanges?$syncServerBlob=" + new string('A', 10_000), null)).Status);
        Assert.Empty(TestStores.Read(service.Stores.Shop, "SELECT * FROM Item"));
    }

    [Theory]
    [InlineData("MaxSyncServiceVersion", "0.9", 412)]
    [InlineData("SyncServiceVersion", "2.0", 412)]
    [InlineData("SyncServiceVersion", "?", 412)]
    [InlineData("MaxSyncServiceVersion", "1.0;", 200)]
    [InlineData("SyncServiceVersion", "1.0", 200)]
    public async Task Version_of_the_protocol_is_looked_at(string header, string version, int status)
    {
        await using var service = await TestService.StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{service.Address}shop/DownloadChanges");
        request.Headers.TryAddWithoutValidation(header, version);

        using var response = await http.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Store_that_is_damaged_is_an_error_that_says_nothing_of_it()
    {
        await using var service = await TestService.StartAsync();
        service.Stores.Ruin("stall.db");
        using var stranger = new Stranger(service.Address, "stall", isJson: true);

        var (status, body) = await stranger.SendAsync(HttpMethod.Get, "DownloadChanges", null);

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Equal("{\"ErrorDescription\":\"Internal Server Error\"}", body);
    }
}
