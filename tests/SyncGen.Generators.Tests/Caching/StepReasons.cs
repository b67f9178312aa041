using Microsoft.CodeAnalysis;
using SyncGen.Generators.Tests.Compiling;

namespace SyncGen.Generators.Tests.Caching;

/// <summary>Why the outputs of a run's steps are what they are.</summary>
internal static class StepReasons
{
    public static bool IsCached(this IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    /// <summary>The reasons of one step's outputs.</summary>
    public static IReadOnlyList<IncrementalStepRunReason> Of(GeneratorRun run, string step) =>
        run.Result.TrackedSteps.TryGetValue(step, out var steps) ? [.. steps.SelectMany(s => s.Outputs).Select(o => o.Reason)] : [];

    /// <summary>The reasons of all that was added to the compilation or reported.</summary>
    public static IReadOnlyList<IncrementalStepRunReason> OfOutputs(GeneratorRun run) =>
        [.. run.Result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).Select(o => o.Reason)];
}
