using System.Globalization;
using System.Text;
using System.Xml;
using SyncGen.OData.Feeds;
using SyncGen.OData.Schema;

namespace SyncGen.OData.Atom;

/// <summary>Writes an Atom feed as the original server does.</summary>
public sealed class AtomFeedWriter : FeedWriter
{
    private const string UpdatedFormat = "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffff'Z'";

    // What is waiting to be sent is sent when it is more than this.
    private const int WaitingMax = 32 * 1024;

    private readonly WireSchema _schema;
    private readonly string _service;
    private readonly string _updated;
    private readonly string _id;
    private readonly MemoryStream _waiting = new();
    private readonly Stream _stream;
    private readonly XmlWriter _xml;
    private readonly AtomRowWriter _rows;

    /// <summary>Writes a feed to a stream, which stays open.</summary>
    /// <param name="schema">The scope.</param>
    /// <param name="stream">Where it goes, as UTF-8.</param>
    /// <param name="service">The service's address, without a slash at its end.</param>
    /// <param name="environment">The clock, and what the feed's id is taken from.</param>
    public AtomFeedWriter(WireSchema schema, Stream stream, string service, SyncEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(environment);
        (_schema, _stream, _service) = (schema, stream, service);
        _updated = environment.Time.GetUtcNow().UtcDateTime.ToString(UpdatedFormat, CultureInfo.InvariantCulture);
        _id = new Guid(environment.NewReplicaId().ToBytes(), bigEndian: true).ToString("B", CultureInfo.InvariantCulture);
        _xml = XmlWriter.Create(_waiting, new XmlWriterSettings { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize });
        _rows = new AtomRowWriter(_xml);
    }

    /// <inheritdoc/>
    public override ValueTask BeginAsync(FeedHead head, CancellationToken cancellationToken = default)
    {
        _xml.WriteStartElement("feed", WireNames.Atom);
        _xml.WriteAttributeString("xml", "base", null, _service);
        _xml.WriteAttributeString("xmlns", "d", null, WireNames.Data);
        _xml.WriteAttributeString("xmlns", "m", null, WireNames.Metadata);
        _xml.WriteAttributeString("xmlns", "at", null, WireNames.Tombstones);
        _xml.WriteAttributeString("xmlns", "sync", null, WireNames.Sync);
        _xml.WriteElementString("title", WireNames.Atom, "");
        _xml.WriteElementString("id", WireNames.Atom, _id);
        _xml.WriteElementString("updated", WireNames.Atom, _updated);
        WriteLink("self", title: null, "");
        _xml.WriteElementString(WireNames.MoreChangesAvailable, WireNames.Sync, head.MoreChangesAvailable ? "true" : "false");
        _xml.WriteElementString(WireNames.ServerBlob, WireNames.Sync, Convert.ToBase64String(head.Blob.Span));
        return SendAsync(WaitingMax, cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask WriteAsync(FeedEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        WriteEntry(entry);
        return SendAsync(WaitingMax, cancellationToken);
    }

    /// <inheritdoc/>
    public override async ValueTask EndAsync(CancellationToken cancellationToken = default)
    {
        _xml.WriteEndElement();
        await SendAsync(0, cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync() => await _waiting.DisposeAsync();

    private void WriteEntry(FeedEntry entry)
    {
        var type = _schema.TypeOf(entry.Table);
        if (entry.IsDeleted)
        {
            _xml.WriteStartElement("at", "deleted-entry", WireNames.Tombstones);
            _xml.WriteElementString("ref", WireNames.Atom, FeedIds.Of(_service, type, entry));
            _xml.WriteElementString("sync", WireNames.Category, WireNames.Sync, type.TypeName);
        }
        else
        {
            WriteLive(type, entry);
        }

        if (entry.Conflict is { } conflict)
        {
            _xml.WriteStartElement("sync", WireNames.SyncConflict, WireNames.Sync);
            _xml.WriteElementString("sync", WireNames.ConflictResolution, WireNames.Sync, conflict.Resolution.ToString());
            WriteInner(WireNames.ConflictingChange, conflict.Change);
            _xml.WriteEndElement();
        }
        else if (entry.Error is { } error)
        {
            _xml.WriteStartElement("sync", WireNames.SyncError, WireNames.Sync);
            _xml.WriteElementString("sync", WireNames.ErrorDescription, WireNames.Sync, error.Description);
            WriteInner(WireNames.ChangeInError, error.Change);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private void WriteLive(WireTable type, FeedEntry entry)
    {
        _xml.WriteStartElement("entry", WireNames.Atom);
        if (entry.ETag is { } tag)
        {
            _xml.WriteAttributeString("m", "etag", WireNames.Metadata, tag);
        }

        if (entry.TempId is { } tempId)
        {
            _xml.WriteElementString("sync", WireNames.TempId, WireNames.Sync, tempId);
        }

        _xml.WriteElementString("id", WireNames.Atom, FeedIds.Of(_service, type, entry));
        _xml.WriteStartElement("title", WireNames.Atom);
        _xml.WriteAttributeString("type", "text");
        _xml.WriteEndElement();
        _xml.WriteElementString("updated", WireNames.Atom, _updated);
        _xml.WriteStartElement("author", WireNames.Atom);
        _xml.WriteElementString("name", WireNames.Atom, "");
        _xml.WriteEndElement();
        WriteLink("edit", type.TypeName, entry.EditUri ?? "");
        _xml.WriteStartElement("category", WireNames.Atom);
        _xml.WriteAttributeString("term", type.TypeName);
        _xml.WriteAttributeString("schema", WireNames.Scheme);
        _xml.WriteEndElement();
        _xml.WriteStartElement("content", WireNames.Atom);
        _xml.WriteStartElement("m", "properties", WireNames.Metadata);
        _rows.Begin(type);
        entry.Write(_rows);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteInner(string name, FeedEntry change)
    {
        _xml.WriteStartElement("sync", name, WireNames.Sync);
        WriteEntry(change);
        _xml.WriteEndElement();
    }

    private void WriteLink(string relation, string? title, string href)
    {
        _xml.WriteStartElement("link", WireNames.Atom);
        _xml.WriteAttributeString("rel", relation);
        if (title is not null)
        {
            _xml.WriteAttributeString("title", title);
        }

        _xml.WriteAttributeString("href", href);
        _xml.WriteEndElement();
    }

    private async ValueTask SendAsync(int above, CancellationToken cancellationToken)
    {
        // The writer itself holds back a few thousand characters.
        if (above == 0 || _waiting.Length > above)
        {
            _xml.Flush();
            await _stream.WriteAsync(_waiting.GetBuffer().AsMemory(0, (int)_waiting.Length), cancellationToken);
            _waiting.SetLength(0);
        }
    }
}
