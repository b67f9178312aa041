using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SyncGen.AspNetCore.Tests.Service;
using SyncGen.OData.Compact;
using SyncGen.OData.Encodings;

namespace SyncGen.AspNetCore.Tests;

/// <summary>Bodies that are small and come out large cost the service no more than the limit. Nothing else runs meanwhile: memory is looked at.</summary>
[Collection(nameof(BombTests))]
[CollectionDefinition(nameof(BombTests), DisableParallelization = true)]
public sealed class BombTests
{
    private const int Limit = 1 << 20;
    // Far more than may be held; packed with gzip it still fits a socket's buffers, so that no client is cut off while it sends.
    private const int Unpacked = 64 << 20;
    private const int Requests = 5;

    public static TheoryData<string, string, string> Bombs
    {
        get
        {
            var bombs = new TheoryData<string, string, string>();
            foreach (var coding in ContentCoding.Names)
            {
                bombs.Add(coding, "application/json", "UploadChanges");
                bombs.Add(coding, "application/json", "DownloadChanges");
                bombs.Add(coding, "application/atom+xml", "UploadChanges");
                bombs.Add(coding, CompactFormat.MediaType, "UploadChanges");
                bombs.Add(coding, CompactFormat.MediaType, "DownloadChanges");
            }

            return bombs;
        }
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task Bomb_costs_no_more_than_the_limit(string coding, string type, string operation)
    {
        await using var service = await TestService.StartAsync(options => options.Limits = new() { BytesMax = Limit, EntryBytesMax = Limit });
        using var http = new HttpClient();
        var bomb = Packed(coding, type);
        // The first request makes room that is used again.
        await SendAsync(http, service, operation, type, coding, bomb);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        for (var i = 0; i < Requests; i++)
        {
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await SendAsync(http, service, operation, type, coding, bomb));
        }

        Assert.InRange((GC.GetTotalAllocatedBytes(precise: true) - before) / Requests, 0, 12 * Limit);
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient http, TestService service, string operation, string type, string coding, byte[] bomb)
    {
        using var content = new ByteArrayContent(bomb);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        content.Headers.ContentEncoding.Add(coding);
        using var response = await http.PostAsync(new Uri(service.Address, $"shop/{operation}"), content);
        return response.StatusCode;
    }

    // A text without an end, where a text may be.
    private static byte[] Packed(string coding, string type)
    {
        var start = type switch
        {
            "application/json" => "{\"d\":{\"results\":[{\"Title\":\"",
            "application/atom+xml" => "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:s=\"http://odata.org/sync/v1\"><s:serverBlob>",
            _ => "",
        };
        using var packed = new MemoryStream();
        using (var pack = ContentCoding.Compress(coding, packed))
        {
            pack.Write(Encoding.ASCII.GetBytes(start));
            var part = Enumerable.Repeat((byte)'a', 1 << 20).ToArray();
            for (var i = 0; i < Unpacked; i += part.Length)
            {
                pack.Write(part);
            }
        }

        return packed.ToArray();
    }
}
