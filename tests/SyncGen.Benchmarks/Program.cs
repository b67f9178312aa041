using SyncGen.Benchmarks;
using SyncGen.Benchmarks.Reporting;
using SyncGen.Benchmarks.Wire;

BenchmarkOptions options;
try
{
    options = BenchmarkOptions.Parse(args);
}
catch (FormatException error)
{
    await Console.Error.WriteLineAsync($"{error.Message}\n{BenchmarkOptions.Usage}\nBenchmarks: {string.Join(", ", BenchmarkList.All.Select(item => item.Name))}");
    return 2;
}

if (options.Serve is { } hub)
{
    await ServiceProcess.ServeAsync(hub);
    return 0;
}

if (options.Run is { } name)
{
    using var benchmark = BenchmarkList.All.Single(item => item.Name == name).Create(options);
    Console.WriteLine((await benchmark.RunAsync()).ToMessage());
    return 0;
}

var lines = new List<ResultLine>();
foreach (var (benchmark, _) in BenchmarkList.All
    .Where(item => options.Only.Count == 0 || options.Only.Any(only => item.Name.StartsWith(only, StringComparison.Ordinal))))
{
    await Console.Error.WriteLineAsync(benchmark);
    lines.Add(await ChildProcess.RunAsync(options.ArgumentsFor(benchmark)));
}

ResultTable.Print(lines, Console.Out);
return lines.All(line => line.Met.Length == 0 || line.Met == "yes") ? 0 : 1;
