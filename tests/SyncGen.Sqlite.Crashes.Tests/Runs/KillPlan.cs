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
    private const double MillisecondsMax = 400;

    public static KillPlan Next(Random random, int step)
    {
        var work = Enum.GetValues<Work>()[random.Next(Enum.GetValues<Work>().Length)];

        // Some rounds: one provisions in a hundred operations, and writes or synchronises in up to a thousand.
        var operations = work is Work.ProvisionLeaf or Work.ProvisionPeer ? 250 : 2_500;
        return new(
            step,
            work,
            random.Next(4) > 0 ? 1 + random.Next(operations) : 0,
            TimeSpan.FromMilliseconds(random.NextDouble() * MillisecondsMax),
            random.Next(2) == 0);
    }

    public override string ToString() => $"kill {Step} of {Work} {(Operation > 0 ? $"at file operation {Operation}" : $"after {Delay.TotalMilliseconds:F0} ms")}";
}
