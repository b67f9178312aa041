using System.Text.Json.Nodes;
using SyncGen.Tool.Codegen;
using SyncGen.Tool.Files;
using SyncGen.Tool.Models;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Scaffolding;

/// <summary>The classes of a document, as code that may take its place.</summary>
internal sealed class ScaffoldClasses
{
    private readonly string _folder;
    private readonly IReadOnlyList<PlannedFile> _plan;

    private ScaffoldClasses(string folder, IReadOnlyList<PlannedFile> plan)
    {
        _folder = folder;
        _plan = plan;
    }

    /// <summary>Looks which classes are there already. Changes nothing.</summary>
    /// <exception cref="ToolException">The document has errors.</exception>
    public static async Task<ScaffoldClasses> PlanAsync(string folder, string file, string document, CancellationToken cancellationToken)
    {
        var classes = OwnedClasses.Of(ModelDocument.Parse(document, file), scope: null);
        return new ScaffoldClasses(folder, await new OutputFolder(folder).PlanAsync(classes, isOwned: true, cancellationToken));
    }

    /// <summary>Writes those that are not there, and tells of each.</summary>
    public async Task WriteAsync(ToolConsole console, bool isDryRun, CancellationToken cancellationToken)
    {
        if (!isDryRun)
        {
            await OutputFolder.WriteAsync(_plan, cancellationToken);
        }

        // The standard output of a dry run is the document, and nothing else.
        foreach (var file in _plan)
        {
            await (isDryRun || file.State == FileState.Kept ? console.Error : console.Out).WriteLineAsync(file.Told(isDryRun));
        }

        await console.Error.WriteLineAsync($"The classes in {_folder} and the file declare the same: a project takes one of the two.");
    }

    /// <summary>What <c>--json</c> prints of them.</summary>
    public JsonArray ToJson(bool isDryRun) => Json.Array(_plan, file => new JsonObject
    {
        ["file"] = Path.Combine(_folder, file.Name),
        ["state"] = file.State.ToString().ToLowerInvariant(),
        ["written"] = file.IsWanted && !isDryRun,
    });
}
