using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Reporting;
using SyncGen.Generators;

namespace SyncGen.Benchmarks.Generation;

/// <summary>The generator over 100 entities: the whole of it in a warm process, and after an edit of one of them.</summary>
internal sealed class GeneratorSpeed(BenchmarkOptions options) : Benchmark
{
    private const int Entities = 100;

    public override Task<ResultLine> RunAsync()
    {
        var project = EntityProject.Create(Entities);
        var edited = EntityProject.Edit(project);
        var cold = Run(project, edited);
        var runs = Enumerable.Range(0, options.Rounds + 5).Select(_ => Run(project, edited)).Skip(5).ToList();
        var all = runs.Select(run => run.All).Order().ElementAt(runs.Count / 2);
        var edit = runs.Select(run => run.Edit).Order().ElementAt(runs.Count / 2);
        var regenerated = runs[0].Regenerated;
        return Task.FromResult(new ResultLine
        {
            Work = string.Create(CultureInfo.InvariantCulture, $"generator, {Entities} entities, warm; edit of one"),
            Against = "",
            Target = "",
            Median = $"{ResultLine.Time(all)}; {ResultLine.Time(edit)}",
            Cold = $"{ResultLine.Time(cold.All)}; {ResultLine.Time(cold.Edit)}",
            Times = string.Create(CultureInfo.InvariantCulture, $"{regenerated} table file generated again, {Entities - regenerated} cached"),
            Met = regenerated == 1 ? "yes" : "NO",
        });
    }

    private static (double All, double Edit, int Regenerated) Run(CSharpCompilation project, CSharpCompilation edited)
    {
        var driverOptions = new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new SyncGenerator().AsSourceGenerator()], driverOptions: driverOptions);
        var start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(project);
        var all = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Require(driver);
        start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(edited);
        var edit = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var regenerated = Require(driver).TrackedSteps["TableFiles"].SelectMany(step => step.Outputs)
            .Count(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        return (all, edit, regenerated);
    }

    private static GeneratorRunResult Require(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        return result.Exception is null && result.GeneratedSources.Length > Entities && result.Diagnostics.IsEmpty
            ? result
            : throw new InvalidOperationException($"The generator failed: {result.Exception} {string.Join(", ", result.Diagnostics)}");
    }
}
