using System.CommandLine;
using System.Text.Json.Nodes;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Commands;

/// <summary>Prints what makes a shell complete the program's command lines.</summary>
internal sealed class CompletionCommand : ToolCommand
{
    private static readonly Dictionary<string, string> s_scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            _syncgen() {
              local IFS=$'\n'
              COMPREPLY=( $(compgen -W "$(syncgen complete --position "$COMP_POINT" -- "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}") )
            }
            complete -o default -F _syncgen syncgen
            """,
        ["zsh"] = """
            _syncgen() {
              local -a found
              found=("${(@f)$(syncgen complete --position ${#LBUFFER} -- "$BUFFER" 2>/dev/null)}")
              compadd -a found
            }
            compdef _syncgen syncgen
            """,
        ["fish"] = """
            complete -c syncgen -a '(syncgen complete --position (commandline -C) -- (commandline -p) 2>/dev/null)'
            """,
        ["powershell"] = """
            Register-ArgumentCompleter -Native -CommandName syncgen -ScriptBlock {
              param($word, $line, $position)
              syncgen complete --position $position -- "$line" | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }
            """,
    };

    private readonly Argument<string> _shell = new("shell") { Description = "The shell: bash, zsh, fish or powershell." };

    public CompletionCommand() : base(
        "completion",
        "Prints a script that makes a shell complete commands and options.",
        "completion bash > ~/.local/share/bash-completion/completions/syncgen",
        "completion powershell >> $PROFILE")
    {
        _shell.AcceptOnlyFromAmong([.. s_scripts.Keys]);
        Arguments.Add(_shell);
    }

    protected override async Task<CommandResult> RunAsync(ParseResult parsed, ToolConsole console, CancellationToken cancellationToken)
    {
        var shell = parsed.GetRequiredValue(_shell);
        var script = s_scripts[shell].ReplaceLineEndings("\n") + "\n";
        await console.Out.WriteAsync(script);
        return new CommandResult(ExitCode.Done, new JsonObject { ["shell"] = shell, ["script"] = script });
    }
}
