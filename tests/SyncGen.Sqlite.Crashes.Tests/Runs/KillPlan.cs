using SyncGen.Sqlite.Crashes.Tests.Processes;

namespace SyncGen.Sqlite.Crashes.Tests.Runs;

/// <summary>How one child ends.</summary>
/// <param name="Step">Counts the kills of a world, from 0.</param>
/// <param name="Work">What it does.</param>
/// <param name="Operation">The operation on files at which it kills itself; 0: it is killed from outside.</param>
/// <param name="Delay">How long it goes on after its first round, when it is killed from outside.</param>
/// <param name="Settles">Whether all stores meet before the next.</param>
internal sealed record KillPlan(int Step, Work Work, int Operation, TimeSpan Delay, bool Settles)
{
    private const int OperationsMax = 4_000;
    private const int FirstOperations = 60;
    private const double MillisecondsMax = 400;

    public static KillPlan Next(Random random, int step) => new(
        step,
        Enum.GetValues<Work>()[random.Next(Enum.GetValues<Work>().Length)],
        random.Next(4) switch { 0 => 0, 1 => random.Next(1, FirstOperations), _ => random.Next(1, OperationsMax) },
        TimeSpan.FromMilliseconds(random.NextDouble() * MillisecondsMax),
        random.Next(2) == 0);

    public override string ToString() => $"kill {Step} of {Work} {(Operation > 0 ? $"at file operation {Operation}" : $"after {Delay.TotalMilliseconds:F0} ms")}";
}
