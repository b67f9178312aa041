using System.Xml;
using SyncGen.OData.Feeds;
using SyncGen.OData.Schema;
using SyncGen.OData.Values;

namespace SyncGen.OData.Atom;

/// <summary>Reads the entries of an Atom feed. Each method begins at an element and ends behind it.</summary>
internal sealed class AtomEntryReader(XmlReader xml, AtomElements elements, WireSchema schema, FeedLimits limits)
{
    /// <summary>Reads an entry of the feed.</summary>
    public ValueTask<FeedEntry> ReadAsync(CancellationToken cancellationToken)
    {
        elements.BeginEntry();
        return ReadNestedAsync(cancellationToken);
    }

    private async ValueTask<FeedEntry> ReadNestedAsync(CancellationToken cancellationToken)
    {
        elements.RequireDepth();
        var parts = new EntryParts { IsDeleted = xml.LocalName == "deleted-entry", ETag = xml.GetAttribute("etag", WireNames.Metadata) };
        if (parts.IsDeleted)
        {
            // As RFC 6721 writes it; the original has an element of that name.
            parts.Id = xml.GetAttribute("ref");
        }

        await elements.ForEachChildAsync(() => ReadPartAsync(parts, cancellationToken), cancellationToken);
        return parts.Build(schema, limits);
    }

    private async ValueTask ReadPartAsync(EntryParts parts, CancellationToken cancellationToken)
    {
        switch (xml.LocalName)
        {
            case "id" when !parts.IsDeleted && xml.NamespaceURI == WireNames.Atom:
            case "ref" when parts.IsDeleted && xml.NamespaceURI is WireNames.Atom or WireNames.Tombstones:
                parts.Id = await elements.TextAsync(cancellationToken);
                break;
            case WireNames.Category when elements.Is(WireNames.Category, WireNames.Sync):
                parts.Type = await elements.TextAsync(cancellationToken);
                break;
            case WireNames.Category when xml.NamespaceURI == WireNames.Atom:
                parts.Type = xml.GetAttribute("term") ?? parts.Type;
                await elements.SkipAsync(cancellationToken);
                break;
            case "link" when xml.NamespaceURI == WireNames.Atom && xml.GetAttribute("rel") == "edit":
                parts.EditUri = xml.GetAttribute("href") is { Length: > 0 } href ? href : null;
                await elements.SkipAsync(cancellationToken);
                break;
            case "content" when xml.NamespaceURI == WireNames.Atom:
            case "properties" when xml.NamespaceURI == WireNames.Metadata:
                await ReadContentAsync(parts, cancellationToken);
                break;
            // The documents of the protocol write it in these ways too.
            case WireNames.TempId or "tempid" or "TempId" when elements.Is(xml.LocalName, WireNames.Sync):
                parts.TempId = await elements.TextAsync(cancellationToken) is { Length: > 0 } id ? id : null;
                break;
            case WireNames.SyncConflict when elements.Is(WireNames.SyncConflict, WireNames.Sync):
                parts.Add(await ReadConflictAsync(cancellationToken));
                break;
            case WireNames.SyncError when elements.Is(WireNames.SyncError, WireNames.Sync):
                parts.Add(await ReadErrorAsync(cancellationToken));
                break;
            default:
                await elements.SkipAsync(cancellationToken);
                break;
        }
    }

    // The properties, within the content or beside it.
    private async ValueTask ReadContentAsync(EntryParts parts, CancellationToken cancellationToken)
    {
        elements.RequireDepth();
        var isProperties = xml.LocalName == "properties";
        await elements.ForEachChildAsync(async () =>
        {
            if (isProperties && xml.NamespaceURI == WireNames.Data)
            {
                var name = xml.LocalName;
                var isNull = string.Equals(xml.GetAttribute("null", WireNames.Metadata), "true", StringComparison.OrdinalIgnoreCase);
                var text = await elements.TextAsync(cancellationToken);
                parts.Values.Add(new WireValue(name, isNull ? null : text));
            }
            else if (!isProperties && elements.Is("properties", WireNames.Metadata))
            {
                await ReadContentAsync(parts, cancellationToken);
            }
            else
            {
                await elements.SkipAsync(cancellationToken);
            }
        }, cancellationToken);
    }

    private async ValueTask<FeedConflict> ReadConflictAsync(CancellationToken cancellationToken)
    {
        string? resolution = null;
        FeedEntry? change = null;
        await elements.ForEachChildAsync(async () =>
        {
            if (elements.Is(WireNames.ConflictResolution, WireNames.Sync))
            {
                resolution = await elements.TextAsync(cancellationToken);
            }
            else if (elements.Is(WireNames.ConflictingChange, WireNames.Sync))
            {
                change = await ReadInnerAsync(cancellationToken);
            }
            else
            {
                await elements.SkipAsync(cancellationToken);
            }
        }, cancellationToken);
        return WireDetails.Conflict(resolution, change);
    }

    private async ValueTask<FeedError> ReadErrorAsync(CancellationToken cancellationToken)
    {
        var description = "";
        FeedEntry? change = null;
        await elements.ForEachChildAsync(async () =>
        {
            if (elements.Is(WireNames.ErrorDescription, WireNames.Sync))
            {
                description = await elements.TextAsync(cancellationToken);
            }
            else if (elements.Is(WireNames.ChangeInError, WireNames.Sync))
            {
                change = await ReadInnerAsync(cancellationToken);
            }
            else
            {
                await elements.SkipAsync(cancellationToken);
            }
        }, cancellationToken);
        return WireDetails.Error(description, change);
    }

    private async ValueTask<FeedEntry?> ReadInnerAsync(CancellationToken cancellationToken)
    {
        FeedEntry? inner = null;
        await elements.ForEachChildAsync(async () =>
        {
            if (elements.IsEntry)
            {
                inner = await ReadNestedAsync(cancellationToken);
            }
            else
            {
                await elements.SkipAsync(cancellationToken);
            }
        }, cancellationToken);
        return inner;
    }
}
