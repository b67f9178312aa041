using System.Xml;
using SyncGen.OData.Feeds;
using SyncGen.OData.Schema;

namespace SyncGen.OData.Atom;

/// <summary>Reads an Atom feed.</summary>
/// <remarks>No document type, no external entity, no entity of its own is ever expanded.</remarks>
public sealed class AtomFeedReader : FeedReader
{
    private readonly XmlReader _xml;
    private readonly AtomElements _elements;
    private readonly AtomEntryReader _entries;
    private bool _begun;
    private bool _ended;

    /// <summary>Reads a feed from a stream, which stays open.</summary>
    /// <param name="schema">The scope.</param>
    /// <param name="stream">The feed, in any encoding that it declares.</param>
    /// <param name="limits">How much it may hold; null: <see cref="FeedLimits.Default"/>.</param>
    public AtomFeedReader(WireSchema schema, Stream stream, FeedLimits? limits = null)
        : base(schema, limits ?? FeedLimits.Default)
    {
        var names = new BoundedNames();
        _xml = XmlReader.Create(new LimitedStream(stream, Limits.BytesMax), new XmlReaderSettings
        {
            Async = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = Limits.BytesMax,
            NameTable = names,
        });
        _elements = new AtomElements(_xml, names, Limits);
        _entries = new AtomEntryReader(_xml, _elements, schema, Limits);
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        _xml.Dispose();
        return ValueTask.CompletedTask;
    }

    private protected override async ValueTask<FeedEntry?> ReadEntryAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await NextAsync(cancellationToken);
        }
        catch (XmlException error)
        {
            throw Malformed.Of($"The feed is no well-formed XML: {error.Message}", error);
        }
        catch (System.Text.DecoderFallbackException error)
        {
            throw Malformed.Of("The feed holds bytes that are no characters in its encoding.", error);
        }
    }

    private async ValueTask<FeedEntry?> NextAsync(CancellationToken cancellationToken)
    {
        if (_ended)
        {
            return null;
        }

        if (!_begun)
        {
            await BeginAsync();
        }

        while (!_ended)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_xml.NodeType == XmlNodeType.EndElement)
            {
                await EndAsync();
            }
            else if (_xml.NodeType != XmlNodeType.Element)
            {
                await _elements.NextAsync();
            }
            else if (_elements.IsEntry)
            {
                return await _entries.ReadAsync(cancellationToken);
            }
            else
            {
                await ReadHeadAsync(cancellationToken);
            }
        }

        return null;
    }

    private async ValueTask BeginAsync()
    {
        while (_xml.NodeType != XmlNodeType.Element && await _elements.NextAsync())
        {
        }

        if (_xml.NodeType != XmlNodeType.Element || _xml.LocalName != "feed" || _xml.NamespaceURI != WireNames.Atom)
        {
            throw Malformed.Of($"The document is no Atom feed: its root is '{Malformed.Shown(_xml.LocalName)}'.");
        }

        _begun = true;
        if (_xml.IsEmptyElement)
        {
            await EndAsync();
        }
        else
        {
            await _elements.NextAsync();
        }
    }

    // What may stand behind the root is read too: it tells whether the document is whole.
    private async ValueTask EndAsync()
    {
        while (await _elements.NextAsync())
        {
        }

        _ended = true;
    }

    private async ValueTask ReadHeadAsync(CancellationToken cancellationToken)
    {
        if (_elements.Is(WireNames.ServerBlob, WireNames.Sync))
        {
            Blob = WireBlob.Parse(await _elements.TextAsync(cancellationToken));
        }
        else if (_elements.Is(WireNames.MoreChangesAvailable, WireNames.Sync))
        {
            MoreChangesAvailable = await _elements.FlagAsync(cancellationToken);
        }
        else if (_elements.Is(WireNames.ResolveConflicts, WireNames.Sync))
        {
            ResolveConflicts = await _elements.FlagAsync(cancellationToken);
        }
        else
        {
            await _elements.SkipAsync(cancellationToken);
        }
    }
}
