using System.Text.Json.Nodes;
using SyncGen.CodeGeneration.Emission;
using SyncGen.Tool.Files;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Codegen;

/// <summary>Writes the files, and tells what became of each.</summary>
internal sealed class CodegenOutput(ToolConsole console, string output, bool isDryRun)
{
    private readonly OutputFolder _folder = new(output);
    private readonly List<(CodegenKind Kind, PlannedFile File)> _plan = [];

    /// <summary>Adds the files of a kind.</summary>
    public async Task PlanAsync(CodegenKind kind, bool inFolder, IEnumerable<EmittedFile> files, CancellationToken cancellationToken)
    {
        var named = inFolder ? files.Select(file => file with { Name = $"{NameOf(kind)}/{file.Name}" }) : files;
        var plan = await _folder.PlanAsync(named, isOwned: kind == CodegenKind.Classes, cancellationToken);
        _plan.AddRange(plan.Select(file => (kind, file)));
    }

    /// <summary>Writes them, and answers how the command ended.</summary>
    public async Task<CommandResult> WriteAsync(IReadOnlyList<string> notes, CancellationToken cancellationToken)
    {
        if (!isDryRun)
        {
            await OutputFolder.WriteAsync([.. _plan.Select(planned => planned.File)], cancellationToken);
        }

        foreach (var note in notes.Concat(_plan.Where(planned => planned.File.State == FileState.Kept).Select(planned => planned.File.Told(isDryRun))))
        {
            await console.Error.WriteLineAsync(note);
        }

        foreach (var (_, file) in _plan.Where(planned => planned.File.State is not FileState.Kept))
        {
            console.WriteLine(file.Told(isDryRun));
        }

        return new CommandResult(ExitCode.Done, new JsonObject
        {
            ["output"] = _folder.Path,
            ["dryRun"] = isDryRun,
            ["files"] = Json.Array(_plan, planned => new JsonObject
            {
                ["file"] = planned.File.Name,
                ["kind"] = NameOf(planned.Kind),
                ["state"] = planned.File.State.ToString().ToLowerInvariant(),
                ["written"] = planned.File.IsWanted && !isDryRun,
            }),
            ["notes"] = Json.Array(notes, note => note),
        });
    }

    private static string NameOf(CodegenKind kind) => kind.ToString().ToLowerInvariant();
}
