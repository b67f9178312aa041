using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SyncGen.Tool.Commands;

/// <summary>Help that ends with examples.</summary>
internal sealed class ExampleHelp(HelpAction help) : SynchronousCommandLineAction
{
    private const int ColumnsMax = 120;

    public override int Invoke(ParseResult parseResult)
    {
        help.MaxWidth = ColumnsMax;
        help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ToolCommand { Examples.Count: > 0 } command)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in command.Examples)
            {
                output.WriteLine("  syncgen " + example);
            }

            output.WriteLine();
        }

        return 0;
    }
}
