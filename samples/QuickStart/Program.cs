using QuickStart;
using Spectre.Console;

if (args is not ([] or [[not '-', ..]]))
{
    await Console.Error.WriteLineAsync("Usage: QuickStart [folder for the databases; a temporary one if left out]");
    return 2;
}

try
{
    return await Tour.RunAsync(args.FirstOrDefault()) ? 0 : 1;
}
catch (Exception exception) when (Failure.Explain(exception) is { } sentence)
{
    Console.WriteLine(sentence);
    return 1;
}
