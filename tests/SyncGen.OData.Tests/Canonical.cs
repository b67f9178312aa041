using System.Text.Json.Nodes;
using System.Xml.Linq;
using SyncGen.OData.Feeds;
using SyncGen.OData.Tests.Model;

namespace SyncGen.OData.Tests;

/// <summary>Forms in which feeds can be compared: without what differs from one writing to the next.</summary>
internal static class Canonical
{
    private static readonly XNamespace s_atom = "http://www.w3.org/2005/Atom";

    /// <summary>An Atom feed without its id, the times of writing, and the address that the original declares as a prefix named base.</summary>
    public static string Atom(string text)
    {
        var feed = XElement.Parse(text, LoadOptions.PreserveWhitespace);
        foreach (var element in feed.Descendants(s_atom + "updated").Append(feed.Element(s_atom + "id")!))
        {
            element.Value = "";
        }

        foreach (var attribute in feed.Attributes().Where(attribute => attribute.Name.LocalName == "base" || attribute.IsNamespaceDeclaration).ToList())
        {
            attribute.Remove();
        }

        foreach (var element in feed.DescendantsAndSelf().Where(element => element.IsEmpty))
        {
            element.Value = "";
        }

        return new XElement(feed).ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>A JSON feed without spaces between its tokens. Numbers stay as they are written.</summary>
    public static string Json(string text) => JsonNode.Parse(text)!.ToJsonString();

    /// <summary>An entry as a text, by its content. Times within a millisecond are one: JSON has no finer.</summary>
    public static string Entry(FeedEntry entry, bool isCoarse) =>
        $"{entry.Table.Name} id={entry.Id} temp={entry.TempId} deleted={entry.IsDeleted} {Row(entry, isCoarse)}"
        + (entry.Conflict is { } conflict ? $" conflict={conflict.Resolution}[{Entry(conflict.Change, isCoarse)}]" : "")
        + (entry.Error is { } error ? $" error={error.Description}[{Entry(error.Change, isCoarse)}]" : "");

    private static string Row(FeedEntry entry, bool isCoarse) => entry switch
    {
        FeedEntry<Tag> row => SyncGen.Model.RowJson.Write((SyncGen.Model.SyncTable<Tag>)row.Table, row.Row),
        FeedEntry<User> row => SyncGen.Model.RowJson.Write((SyncGen.Model.SyncTable<User>)row.Table, row.Row),
        FeedEntry<Item> row => SyncGen.Model.RowJson.Write((SyncGen.Model.SyncTable<Item>)row.Table, row.Row),
        FeedEntry<TagItemMapping> row => SyncGen.Model.RowJson.Write((SyncGen.Model.SyncTable<TagItemMapping>)row.Table, row.Row),
        FeedEntry<StrKey> row => SyncGen.Model.RowJson.Write((SyncGen.Model.SyncTable<StrKey>)row.Table, row.Row),
        FeedEntry<LongKey> row => SyncGen.Model.RowJson.Write((SyncGen.Model.SyncTable<LongKey>)row.Table, row.Row),
        FeedEntry<AllTypes> row => SyncGen.Model.RowJson.Write((SyncGen.Model.SyncTable<AllTypes>)row.Table, isCoarse ? Coarse(row.Row) : row.Row),
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry, "Say here how to show it."),
    };

    private static AllTypes Coarse(AllTypes row) => row with
    {
        DateTimeV = Coarse(row.DateTimeV),
        DateTimeN = row.DateTimeN is { } time ? Coarse(time) : null,
    };

    // Towards 1970, as the original cuts.
    private static DateTime Coarse(DateTime time) =>
        new(DateTime.UnixEpoch.Ticks + (time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond);
}
