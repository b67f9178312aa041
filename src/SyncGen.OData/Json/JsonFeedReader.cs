using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using SyncGen.Model;
using SyncGen.OData.Feeds;
using SyncGen.OData.Schema;

namespace SyncGen.OData.Json;

/// <summary>Reads a JSON feed. Of the text no more is held than one entry.</summary>
public sealed class JsonFeedReader : FeedReader
{
    private readonly PipeReader _pipe;
    private readonly JsonEntryReader _entries;
    private JsonReaderState _state;
    private JsonFeedPlace _place = JsonFeedPlace.Start;
    private bool _isWrapped;
    private int _least;
    private string _member = "";

    private JsonFeedReader(WireSchema schema, PipeReader pipe, FeedLimits limits)
        : base(schema, limits)
    {
        _pipe = pipe;
        _entries = new JsonEntryReader(schema, limits);
        // The feed's own objects and array lie around an entry.
        _state = new JsonReaderState(new JsonReaderOptions { MaxDepth = limits.DepthMax });
    }

    /// <summary>Reads a feed from a stream, which stays open.</summary>
    /// <param name="schema">The scope.</param>
    /// <param name="stream">The feed, as UTF-8 or UTF-16, with or without a byte order mark.</param>
    /// <param name="limits">How much it may hold; null: <see cref="FeedLimits.Default"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async ValueTask<JsonFeedReader> OpenAsync(
        WireSchema schema, Stream stream, FeedLimits? limits = null, CancellationToken cancellationToken = default)
    {
        limits ??= FeedLimits.Default;
        var text = await JsonEncodings.ToUtf8Async(new LimitedStream(stream, limits.BytesMax), cancellationToken);
        return new JsonFeedReader(schema, PipeReader.Create(text, new StreamPipeReaderOptions(leaveOpen: true)), limits);
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => _pipe.CompleteAsync();

    private protected override async ValueTask<FeedEntry?> ReadEntryAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // Half a value is looked at again when twice as much is there, so that the cost stays in proportion to the size.
            var read = await _pipe.ReadAtLeastAsync(_least, cancellationToken);
            FeedEntry? entry;
            SequencePosition at;
            try
            {
                entry = Advance(read.Buffer, read.IsCompleted, out at);
            }
            catch (Exception error) when (error is JsonException or DecoderFallbackException)
            {
                throw Malformed.Of($"The feed is no JSON in UTF-8, or breaks off: {error.Message}", error);
            }

            var rest = read.Buffer.Slice(at).Length;
            RequireSize(rest);
            _least = (int)Math.Min(rest * 2, Limits.EntryBytesMax + 1L);
            // What is left begins a value whose end has not come yet.
            _pipe.AdvanceTo(at, entry is null ? read.Buffer.End : at);
            if (entry is not null)
            {
                _least = 0;
                return entry;
            }

            if (read.IsCompleted)
            {
                return _place == JsonFeedPlace.End ? null : throw Malformed.Of("The feed breaks off.");
            }
        }
    }

    /// <summary>Reads on as far as whole values are there; answers an entry as soon as one is.</summary>
    private FeedEntry? Advance(ReadOnlySequence<byte> buffer, bool isFinal, out SequencePosition at)
    {
        var json = new Utf8JsonReader(buffer, isFinal, _state);
        at = buffer.Start;
        FeedEntry? entry = null;
        while (entry is null && TryStep(ref json, buffer, ref entry))
        {
            at = json.Position;
            _state = json.CurrentState;
        }

        return entry;
    }

    // A step is one token, or a whole value: half of one is left for when there is more.
    private bool TryStep(ref Utf8JsonReader json, ReadOnlySequence<byte> buffer, ref FeedEntry? entry)
    {
        if (!json.Read())
        {
            return false;
        }

        switch (_place)
        {
            case JsonFeedPlace.Start:
                RequireObject(json.TokenType, "The feed");
                _place = JsonFeedPlace.Root;
                return true;
            case JsonFeedPlace.Root or JsonFeedPlace.Feed when json.TokenType == JsonTokenType.EndObject:
                _place = _place == JsonFeedPlace.Feed && _isWrapped ? JsonFeedPlace.Root : JsonFeedPlace.End;
                return true;
            case JsonFeedPlace.Root or JsonFeedPlace.Feed:
                _member = JsonText.Unescape(json.HasValueSequence ? json.ValueSequence.ToArray() : json.ValueSpan);
                return TryMember(ref json, buffer);
            case JsonFeedPlace.Results when json.TokenType == JsonTokenType.EndArray:
                _place = _isWrapped ? JsonFeedPlace.Feed : JsonFeedPlace.Root;
                return true;
            case JsonFeedPlace.Results:
                RequireObject(json.TokenType, "An entry");
                if (!TryValue(ref json, buffer, out var value))
                {
                    return false;
                }

                RequireSize(value.Length);
                entry = _entries.Read(value.Span);
                return true;
            default:
                throw new JsonException("something follows the feed");
        }
    }

    private bool TryMember(ref Utf8JsonReader json, ReadOnlySequence<byte> buffer)
    {
        var name = json;
        if (!json.Read())
        {
            return false;
        }

        if (_member == "results" && json.TokenType == JsonTokenType.StartArray)
        {
            _place = JsonFeedPlace.Results;
            return true;
        }

        if (_member == "d" && _place == JsonFeedPlace.Root && json.TokenType == JsonTokenType.StartObject)
        {
            (_place, _isWrapped) = (JsonFeedPlace.Feed, true);
            return true;
        }

        if (!TryValue(ref json, buffer, out var value))
        {
            json = name;
            return false;
        }

        if (_member == "__sync")
        {
            (Blob, MoreChangesAvailable, ResolveConflicts) = JsonHead.Read(value.Span, (Blob, MoreChangesAvailable, ResolveConflicts));
        }

        return true;
    }

    /// <summary>Takes the bytes of the value that the reader is at, and goes to its end; answers false where that has not come.</summary>
    private static bool TryValue(ref Utf8JsonReader json, ReadOnlySequence<byte> buffer, out ReadOnlyMemory<byte> value)
    {
        var start = json.TokenStartIndex;
        value = default;
        if (!json.TrySkip())
        {
            return false;
        }

        var bytes = buffer.Slice(start, json.BytesConsumed - start);
        value = bytes.IsSingleSegment ? bytes.First : bytes.ToArray();
        return true;
    }

    private void RequireSize(long bytes)
    {
        if (bytes > Limits.EntryBytesMax)
        {
            throw Malformed.TooLarge($"An entry has more than {Limits.EntryBytesMax} bytes.");
        }
    }

    private static void RequireObject(JsonTokenType token, string what)
    {
        if (token != JsonTokenType.StartObject)
        {
            throw Malformed.Of($"{what} is no object.");
        }
    }
}
