using SyncGen.Testing.Mutations;
using Xunit.Abstractions;

namespace SyncGen.OData.Tests;

/// <summary>Payloads of the original with random damage are read, or refused with an error that has a code; no other exception, no hang, no more memory than they are worth.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    // A reader's own buffers, and what XML's and JSON's parsers hold of a small document.
    private static readonly MemoryBound s_bound = new(PerByte: 60, Always: 256 << 10);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Damaged_feed_is_read_or_refused(bool isJson)
    {
        var mutator = new ByteMutator([.. Payload.Names.Select(name => Payload.Of(name, isJson))], ByteMutator.TextTokens);
        MutationRun.Run(mutator.Damage, feed => TryRead(feed, isJson), s_bound, output.WriteLine);
    }

    private static bool TryRead(byte[] feed, bool isJson)
    {
        // A quarter comes in pieces, as from a network.
        var chunk = feed.Length % 4 == 0 ? 1 + feed.Length % 61 : int.MaxValue;
        try
        {
            Payload.ReadAsync(feed, isJson, chunk: chunk).GetAwaiter().GetResult();
            return true;
        }
        catch (SyncException error) when (error.Code is SyncErrorCode.MalformedData or SyncErrorCode.LimitExceeded)
        {
            return false;
        }
    }
}
