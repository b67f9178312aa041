using SyncGen.OData.Atom;
using SyncGen.OData.Json;
using SyncGen.OData.Schema;

namespace SyncGen.OData.Feeds;

/// <summary>Makes readers and writers of feeds, whatever their form.</summary>
public static class Feed
{
    /// <summary>The media type of a form, without parameters.</summary>
    public static string MediaTypeOf(FeedFormat format) => format == FeedFormat.Json ? "application/json" : "application/atom+xml";

    /// <summary>Reads a feed from a stream, which stays open.</summary>
    /// <param name="format">The feed's form.</param>
    /// <param name="schema">The scope.</param>
    /// <param name="stream">The feed.</param>
    /// <param name="limits">How much it may hold; null: <see cref="FeedLimits.Default"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="SyncException">The stream holds no such feed.</exception>
    public static async ValueTask<FeedReader> OpenAsync(
        FeedFormat format, WireSchema schema, Stream stream, FeedLimits? limits = null, CancellationToken cancellationToken = default) =>
        format == FeedFormat.Json
            ? await JsonFeedReader.OpenAsync(schema, stream, limits, cancellationToken)
            : new AtomFeedReader(schema, stream, limits);

    /// <summary>Writes a feed to a stream, which stays open.</summary>
    /// <param name="format">The feed's form.</param>
    /// <param name="schema">The scope.</param>
    /// <param name="stream">Where it goes, as UTF-8.</param>
    /// <param name="service">The service's address, without a slash at its end.</param>
    /// <param name="environment">The clock, and what a feed's id is taken from.</param>
    public static FeedWriter Create(FeedFormat format, WireSchema schema, Stream stream, string service, SyncEnvironment environment) =>
        format == FeedFormat.Json ? new JsonFeedWriter(schema, stream, service) : new AtomFeedWriter(schema, stream, service, environment);
}
