using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SyncGen.AspNetCore.Tests.Service;
using SyncGen.OData.Encodings;

namespace SyncGen.AspNetCore.Tests;

/// <summary>Answers are packed for those who ask for it, and never for those who do not; bodies are unpacked in every coding that there is.</summary>
public sealed class CodingTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("identity", null)]
    [InlineData("*", null)]
    [InlineData("deflate, x", null)]
    [InlineData("gzip;q=0, br;q=0, zstd;q=0, *", null)]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("zstd", "zstd")]
    [InlineData("zstd;q=0, GZIP", "gzip")]
    [InlineData("gzip, deflate, br", "br")]
    public async Task Answer_is_packed_for_who_asks(string? accepted, string? expected)
    {
        await using var service = await TestService.StartAsync();
        TestStores.Run(service.Stores.Shop, $"INSERT INTO Item VALUES ('{Guid.NewGuid()}', 'one', '1', NULL)");
        using var http = new HttpClient();
        foreach (var isJson in new[] { true, false })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{service.Address}shop/DownloadChanges?$format={(isJson ? "json" : "atom")}");
            if (accepted is not null)
            {
                request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
            }

            using var response = await http.SendAsync(request);

            Assert.Equal(expected, response.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Equal(expected is null ? [] : ["Accept-Encoding"], response.Headers.Vary);
            await using var raw = await response.Content.ReadAsStreamAsync();
            await using var body = expected is null ? raw : ContentCoding.Decompress(expected, raw);
            using var text = new StreamReader(body);
            Assert.Equal("one", Assert.Single(StrangerFeed.Parse(await text.ReadToEndAsync(), isJson).Entries)["Title"]);
        }
    }

    [Theory]
    [InlineData("zstd", HttpStatusCode.OK)]
    [InlineData("br", HttpStatusCode.OK)]
    [InlineData("gzip", HttpStatusCode.OK)]
    [InlineData("GZip", HttpStatusCode.OK)]
    [InlineData("identity", HttpStatusCode.OK)]
    [InlineData("deflate", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("gzip, br", HttpStatusCode.UnsupportedMediaType)]
    public async Task Body_is_unpacked(string coding, HttpStatusCode expected)
    {
        await using var service = await TestService.StartAsync();
        using var http = new HttpClient();
        foreach (var isJson in new[] { true, false })
        {
            var body = Encoding.UTF8.GetBytes(StrangerFeed.Format(null, [StrangerEntry.NewItem(Guid.NewGuid(), "packed")], isJson));
            using var packed = new MemoryStream();
            if (ContentCoding.Names.Contains(coding, StringComparer.OrdinalIgnoreCase))
            {
                await using var pack = ContentCoding.Compress(coding.ToLowerInvariant(), packed);
                await pack.WriteAsync(body);
            }
            else
            {
                packed.Write(body);
            }

            using var content = new ByteArrayContent(packed.ToArray());
            content.Headers.ContentType = new MediaTypeHeaderValue(isJson ? "application/json" : "application/atom+xml");
            content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
            using var response = await http.PostAsync(new Uri(service.Address, "shop/UploadChanges"), content);
            Assert.Equal(expected, response.StatusCode);
        }

        Assert.Equal(expected == HttpStatusCode.OK ? 2 : 0, TestStores.Read(service.Stores.Shop, "SELECT Id FROM Item").Count);
    }
}
