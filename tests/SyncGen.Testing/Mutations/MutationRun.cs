using System.Globalization;

namespace SyncGen.Testing.Mutations;

/// <summary>
/// Gives a reader damaged inputs. It reads or refuses each: anything else that is thrown fails the run, and so does an input that takes
/// more memory than its length allows, or more than a minute.
/// </summary>
public sealed class MutationRun
{
    /// <summary>The variable that says how many inputs each reader gets. Default: 100,000.</summary>
    public const string CountVariable = "SYNCGEN_MUTATIONS";

    /// <summary>The variable that says from which seed they are made. Default: any.</summary>
    public const string SeedVariable = "SYNCGEN_SEED";

    private const int CountInCi = 100_000;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);

    private readonly Func<Random, byte[]> _damage;
    private readonly Func<byte[], bool> _tryRead;
    private readonly MemoryBound _bound;
    private readonly int _count = Setting(CountVariable, CountInCi);
    private readonly int _seed = Setting(SeedVariable, Random.Shared.Next());
    private int _next = -1;

    private MutationRun(Func<Random, byte[]> damage, Func<byte[], bool> tryRead, MemoryBound bound) => (_damage, _tryRead, _bound) = (damage, tryRead, bound);

    /// <summary>Runs it, on all processors. Of many inputs some must be read and some refused: else it was no test.</summary>
    /// <param name="damage">Makes an input.</param>
    /// <param name="tryRead">Reads an input; answers false where the reader refused it as it should.</param>
    /// <param name="bound">How much memory an input may take, as far as the calling thread allocates it.</param>
    /// <param name="write">Takes a line for who reads the results.</param>
    public static void Run(Func<Random, byte[]> damage, Func<byte[], bool> tryRead, MemoryBound bound, Action<string> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var run = new MutationRun(damage, tryRead, bound);
        write($"{SeedVariable}={run._seed.ToString(CultureInfo.InvariantCulture)}");
        var workers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new MutationWorker(run.Next, run._tryRead, run._bound)).ToList();
        workers.ForEach(worker => worker.Start());
        while (workers.Find(worker => !worker.IsDone(s_look)) is not null)
        {
            workers.ForEach(worker => worker.RequireProgress(s_patience));
        }

        workers.ForEach(worker => worker.RequireSuccess());
        var (read, refused) = (workers.Sum(worker => worker.Read), workers.Sum(worker => worker.Refused));
        var most = workers.MaxBy(worker => worker.Most.Excess)!.Most;
        write($"{read} were read, {refused} refused. The nearest to its bound was one of {most.Length} bytes, which took {most.Allocated}.");
        if (read + refused != run._count || run._count >= CountInCi && (read == 0 || refused == 0))
        {
            throw new InvalidOperationException($"Of {run._count} inputs {read} were read and {refused} refused: that proves nothing.");
        }
    }

    private (byte[] Input, string Repeat)? Next()
    {
        var number = Interlocked.Increment(ref _next);
        var seed = unchecked(_seed + number);
        return number < _count ? (_damage(new Random(seed)), $"Repeat it with {SeedVariable}={seed.ToString(CultureInfo.InvariantCulture)} {CountVariable}=1.") : null;
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
