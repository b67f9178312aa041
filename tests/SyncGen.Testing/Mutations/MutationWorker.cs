using System.Diagnostics;

namespace SyncGen.Testing.Mutations;

/// <summary>One thread of a run.</summary>
internal sealed class MutationWorker
{
    private readonly Func<(byte[] Input, string Repeat)?> _next;
    private readonly Func<byte[], bool> _tryRead;
    private readonly MemoryBound _bound;
    private readonly Thread _thread;
    private volatile Tuple<byte[], string, long>? _current;
    private volatile Exception? _failure;

    public MutationWorker(Func<(byte[] Input, string Repeat)?> next, Func<byte[], bool> tryRead, MemoryBound bound)
    {
        (_next, _tryRead, _bound) = (next, tryRead, bound);
        // One that hangs must not keep the process.
        _thread = new Thread(Work) { IsBackground = true };
    }

    public long Read { get; private set; }

    public long Refused { get; private set; }

    /// <summary>The input that took the most memory over what its length allows, or came nearest to that.</summary>
    public (long Excess, int Length, long Allocated) Most { get; private set; } = (long.MinValue, 0, 0);

    public void Start() => _thread.Start();

    public bool IsDone(TimeSpan wait) => _thread.Join(wait);

    public void RequireProgress(TimeSpan patience)
    {
        if (_current is { } current && Stopwatch.GetElapsedTime(current.Item3) > patience)
        {
            throw Failure("It hangs", current.Item1, current.Item2, null);
        }
    }

    public void RequireSuccess()
    {
        if (_failure is not null)
        {
            throw _failure;
        }
    }

    private void Work()
    {
        try
        {
            while (_failure is null && _next() is var (input, repeat))
            {
                _current = Tuple.Create(input, repeat, Stopwatch.GetTimestamp());
                _failure = Try(input, repeat);
                _current = null;
            }
        }
        catch (Exception error)
        {
            _failure = error;
        }
    }

    private Exception? Try(byte[] input, string repeat)
    {
        try
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var isRead = _tryRead(input);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            (Read, Refused) = isRead ? (Read + 1, Refused) : (Read, Refused + 1);
            var excess = allocated - _bound.Of(input.Length);
            if (excess > Most.Excess)
            {
                Most = (excess, input.Length, allocated);
            }

            return excess <= 0 ? null : Failure($"{input.Length} bytes took {allocated}, more than {_bound.Of(input.Length)}", input, repeat, null);
        }
        catch (Exception error)
        {
            return Failure(error.Message, input, repeat, error);
        }
    }

    private static InvalidOperationException Failure(string what, byte[] input, string repeat, Exception? inner) =>
        new($"{what}. {repeat} The input is {Convert.ToBase64String(input)}.", inner);
}
