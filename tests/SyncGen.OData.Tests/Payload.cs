using System.Text;
using SyncGen.OData.Feeds;
using SyncGen.OData.Schema;
using SyncGen.OData.Tests.Model;

namespace SyncGen.OData.Tests;

/// <summary>Feeds as bytes: read whole, and written.</summary>
internal static class Payload
{
    public const string Service = "http://host/DefaultScopeSyncService.svc";

    public static WireSchema Schema { get; } = new(DefaultScope.Definition);

    /// <summary>The names of all feeds of the original, without their formats.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Payloads");

    public static byte[] Of(string name, bool isJson) => File.ReadAllBytes(Path.Combine(Folder, name + (isJson ? ".json" : ".atom.xml")));

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public static async Task<ReadFeed> ReadAsync(byte[] bytes, bool isJson, FeedLimits? limits = null, int chunk = int.MaxValue)
    {
        await using Stream stream = chunk == int.MaxValue ? new MemoryStream(bytes) : new SlowStream(bytes, chunk);
        await using var reader = await Feed.OpenAsync(isJson ? FeedFormat.Json : FeedFormat.Atom, Schema, stream, limits);
        var entries = new List<FeedEntry>();
        while (await reader.ReadAsync() is { } entry)
        {
            entries.Add(entry);
        }

        return new ReadFeed(reader.Blob, reader.MoreChangesAvailable, reader.ResolveConflicts, entries);
    }

    public static Task<ReadFeed> ReadAsync(string text, bool isJson) => ReadAsync(Encoding.UTF8.GetBytes(text), isJson);

    public static async Task<byte[]> WriteAsync(FeedHead head, IEnumerable<FeedEntry> entries, bool isJson)
    {
        using var stream = new MemoryStream();
        await using var writer = Feed.Create(isJson ? FeedFormat.Json : FeedFormat.Atom, Schema, stream, Service, SyncEnvironment.Default);
        await writer.BeginAsync(head);
        foreach (var entry in entries)
        {
            await writer.WriteAsync(entry);
        }

        await writer.EndAsync();
        return stream.ToArray();
    }
}
