using System.IO.Pipelines;
using SyncGen.OData.Feeds;
using SyncGen.OData.Schema;

namespace SyncGen.OData.Json;

/// <summary>Writes a JSON feed as the original server does.</summary>
public sealed class JsonFeedWriter : FeedWriter
{
    // What is waiting to be sent is sent when it is more than this.
    private const long WaitingMax = 32 * 1024;

    private readonly WireSchema _schema;
    private readonly PipeWriter _pipe;
    private readonly string _service;
    private readonly JsonOutput _json;
    private readonly JsonRowWriter _rows;
    private bool _hasEntries;

    /// <summary>Writes a feed to a stream, which stays open.</summary>
    /// <param name="schema">The scope.</param>
    /// <param name="stream">Where it goes, as UTF-8.</param>
    /// <param name="service">The service's address, without a slash at its end.</param>
    public JsonFeedWriter(WireSchema schema, Stream stream, string service)
    {
        (_schema, _service) = (schema, service);
        _pipe = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        _json = new JsonOutput(_pipe);
        _rows = new JsonRowWriter(_json);
    }

    /// <inheritdoc/>
    public override ValueTask BeginAsync(FeedHead head, CancellationToken cancellationToken = default)
    {
        _json.Raw("{\"d\":{\"__sync\":{\"moreChangesAvailable\":"u8);
        _json.Raw(head.MoreChangesAvailable ? "true"u8 : "false"u8);
        _json.Raw(",\"serverBlob\":"u8);
        _json.Base64(head.Blob.Span);
        _json.Raw("},\"results\":["u8);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override ValueTask WriteAsync(FeedEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (_hasEntries)
        {
            _json.Raw(","u8);
        }

        _hasEntries = true;
        WriteEntry(entry);
        return _pipe.CanGetUnflushedBytes && _pipe.UnflushedBytes < WaitingMax ? ValueTask.CompletedTask : FlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask EndAsync(CancellationToken cancellationToken = default)
    {
        _json.Raw("]}}"u8);
        return FlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => _pipe.CompleteAsync();

    private void WriteEntry(FeedEntry entry)
    {
        var type = _schema.TypeOf(entry.Table);
        _json.Raw("{"u8);
        if (!entry.IsDeleted)
        {
            _rows.Begin(type);
            entry.Write(_rows);
        }

        WriteMetadata(type, entry);
        if (entry.Conflict is { } conflict)
        {
            _json.Raw(",\"__syncConflict\":{\"conflictResolution\":"u8);
            _json.Text(conflict.Resolution.ToString());
            _json.Raw(",\"conflictingChange\":"u8);
            WriteEntry(conflict.Change);
            _json.Raw("}"u8);
        }
        else if (entry.Error is { } error)
        {
            _json.Raw(",\"__syncError\":{\"errorDescription\":"u8);
            _json.Text(error.Description);
            _json.Raw(",\"changeInError\":"u8);
            WriteEntry(error.Change);
            _json.Raw("}"u8);
        }

        _json.Raw("}"u8);
    }

    private void WriteMetadata(WireTable type, FeedEntry entry)
    {
        _json.Raw("\"__metadata\":{"u8);
        if (entry.TempId is not null)
        {
            Member("tempId"u8, entry.TempId);
        }

        Member("uri"u8, FeedIds.Of(_service, type, entry));
        if (entry.ETag is not null)
        {
            Member("etag"u8, entry.ETag);
        }

        if (entry.EditUri is not null)
        {
            Member("edituri"u8, entry.EditUri);
        }

        _json.Raw("\"type\":"u8);
        _json.Text(type.TypeName);
        _json.Raw(entry.IsDeleted ? ",\"isDeleted\":true}"u8 : "}"u8);
    }

    private void Member(ReadOnlySpan<byte> name, string value)
    {
        _json.Raw("\""u8);
        _json.Raw(name);
        _json.Raw("\":"u8);
        _json.Text(value);
        _json.Raw(","u8);
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        var result = await _pipe.FlushAsync(cancellationToken);
        if (result.IsCanceled)
        {
            throw new OperationCanceledException("The writing of the feed was cancelled.");
        }
    }
}
