using System.Text;
using System.Xml;
using SyncGen.OData.Feeds;
using SyncGen.OData.Schema;

namespace SyncGen.OData.Atom;

/// <summary>Reads elements of an Atom feed, within limits. Each method begins at an element and ends behind it.</summary>
internal sealed class AtomElements(XmlReader xml, BoundedNames names, FeedLimits limits)
{
    private const int ChunkLength = 4096;

    private readonly StringBuilder _text = new();
    private readonly char[] _chunk = new char[ChunkLength];
    private long _entryLength;

    /// <summary>What follows is an entry of the feed, whose size counts for itself.</summary>
    public void BeginEntry() => _entryLength = 0;

    /// <summary>Goes on to the next node, an element with its attributes among them; answers false behind the last.</summary>
    public Task<bool> NextAsync()
    {
        names.BeginNode();
        return xml.ReadAsync();
    }

    /// <summary>Whether an element has a name. The protocol's own namespace is compared without regard to case: its documents write it in several ways.</summary>
    public bool Is(string name, string nameSpace) =>
        xml.LocalName == name
        && string.Equals(xml.NamespaceURI, nameSpace, nameSpace == WireNames.Sync ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>Whether an element is an entry, or the tombstone of one.</summary>
    public bool IsEntry => Is("entry", WireNames.Atom) || Is("deleted-entry", WireNames.Tombstones);

    /// <summary>The text of an element that has no other elements.</summary>
    public async ValueTask<string> TextAsync(CancellationToken cancellationToken)
    {
        _text.Clear();
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            await NextAsync();
            return "";
        }

        await NextAsync();
        while (xml.Depth > depth)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (xml.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    await AddTextAsync();
                    break;
                case XmlNodeType.Element:
                    throw Malformed.Of($"An element with a value holds the element '{Malformed.Shown(xml.LocalName)}'.");
            }

            await NextAsync();
        }

        await NextAsync();
        return _text.ToString();
    }

    /// <summary>The value of an element that is true or false.</summary>
    public async ValueTask<bool> FlagAsync(CancellationToken cancellationToken)
    {
        var name = xml.LocalName;
        var text = (await TextAsync(cancellationToken)).Trim();
        return text switch
        {
            "1" => true,
            "0" or "" => false,
            _ => bool.TryParse(text, out var value) ? value : throw Malformed.Of($"'{name}' is '{Malformed.Shown(text)}', neither true nor false."),
        };
    }

    /// <summary>Passes over an element.</summary>
    public async ValueTask SkipAsync(CancellationToken cancellationToken)
    {
        var depth = xml.Depth;
        if (!xml.IsEmptyElement)
        {
            await NextAsync();
            while (xml.Depth > depth)
            {
                cancellationToken.ThrowIfCancellationRequested();
                RequireDepth();
                await NextAsync();
            }
        }

        await NextAsync();
    }

    /// <summary>Calls for each element within the one that the reader is at; the call reads it.</summary>
    public async ValueTask ForEachChildAsync(Func<ValueTask> read, CancellationToken cancellationToken)
    {
        var depth = xml.Depth;
        if (!xml.IsEmptyElement)
        {
            await NextAsync();
            while (xml.Depth > depth)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (xml.NodeType == XmlNodeType.Element)
                {
                    await read();
                }
                else
                {
                    await NextAsync();
                }
            }
        }

        await NextAsync();
    }

    /// <summary>Fails where elements lie too deep in each other.</summary>
    public void RequireDepth()
    {
        if (xml.Depth > limits.DepthMax)
        {
            throw Malformed.TooLarge($"Elements lie more than {limits.DepthMax} deep in each other.");
        }
    }

    private async ValueTask AddTextAsync()
    {
        int read;
        while ((read = await xml.ReadValueChunkAsync(_chunk, 0, _chunk.Length)) > 0)
        {
            _text.Append(_chunk, 0, read);
            _entryLength += read;
            if (_entryLength > limits.EntryBytesMax)
            {
                throw Malformed.TooLarge($"An entry has more than {limits.EntryBytesMax} characters.");
            }
        }
    }
}
