namespace SyncGen.OData.Feeds;

/// <summary>Makes a conflict or an error of the parts that came.</summary>
internal static class WireDetails
{
    public static FeedConflict Conflict(string? resolution, FeedEntry? change)
    {
        if (change is null)
        {
            throw Malformed.Of("A conflict does not say which change lost.");
        }

        return resolution is not null && Enum.TryParse<FeedResolution>(resolution.Trim(), ignoreCase: true, out var settled) && Enum.IsDefined(settled)
            ? new FeedConflict(settled, change)
            : throw Malformed.Of($"A conflict does not say how it was settled: '{Malformed.Shown(resolution ?? "")}' is none of ServerWins, ClientWins and Merge.");
    }

    public static FeedError Error(string description, FeedEntry? change) =>
        new(description, change ?? throw Malformed.Of("An error does not say which change was refused."));
}
