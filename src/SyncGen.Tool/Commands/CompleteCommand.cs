using System.CommandLine;

namespace SyncGen.Tool.Commands;

/// <summary>Answers a shell's script: what may stand at a place of a command line. Not for people, so it is not listed.</summary>
internal sealed class CompleteCommand : Command
{
    private readonly Option<int> _position = new("--position") { Description = "Where the cursor is, from 0.", Required = true };
    private readonly Argument<string> _line = new("line") { Description = "The command line, the program's name included." };

    public CompleteCommand(Command root, TextWriter output) : base("complete", "Answers a shell's script.")
    {
        Hidden = true;
        Options.Add(_position);
        Arguments.Add(_line);
        SetAction(parsed =>
        {
            var line = parsed.GetRequiredValue(_line);
            var position = Math.Clamp(parsed.GetRequiredValue(_position), 0, line.Length);
            foreach (var label in root.Parse(line[..position]).GetCompletions(position).Select(item => item.Label).Distinct(StringComparer.Ordinal))
            {
                output.WriteLine(label);
            }
        });
    }
}
