using SyncGen.CodeGeneration.Documents;
using SyncGen.CodeGeneration.Emission;
using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Templates;
using SyncGen.CodeGeneration.Templates.Rendering;
using SyncGen.CodeGeneration.Templates.Views;
using SyncGen.Tool.Models;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Codegen;

/// <summary>The templates of a user's own, which lie in a folder.</summary>
internal sealed class CodegenTemplates
{
    private readonly TemplateSet _set;

    private CodegenTemplates(TemplateSet set) => _set = set;

    /// <summary>The files of SyncGen's own that they are printed in place of.</summary>
    public BuiltInOutput Replaced => _set.Replaced;

    /// <summary>Reads all files <c>*.sync.scriban</c> of a folder and those below it.</summary>
    /// <exception cref="ToolException">There are none.</exception>
    public static CodegenTemplates Read(DirectoryInfo folder)
    {
        var pattern = "*" + OwnTemplate.Extension;
        string[] files = folder.Exists ? Directory.GetFiles(folder.ToString(), pattern, SearchOption.AllDirectories) : [];
        return files.Length == 0
            ? throw new ToolException($"There are no files {pattern} in the folder '{folder.FullName}', which --templates names.")
            : new CodegenTemplates(TemplateSet.Of(files.Select(file => OwnTemplate.Read(file, File.ReadAllText(file)))));
    }

    /// <summary>Prints them.</summary>
    /// <param name="set">The model.</param>
    /// <param name="scopes">Its scopes.</param>
    /// <param name="options">What the project has at hand that the files are for.</param>
    /// <param name="isForCompiler">Whether only what the source generator would print is wanted.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ToolException">Templates have errors; the message lists them.</exception>
    public IReadOnlyList<EmittedFile> Print(DocumentSet set, IReadOnlyList<ScopeModel> scopes, HostOptions options, bool isForCompiler, CancellationToken cancellationToken)
    {
        var plan = TemplatePlanner.Plan(_set, TemplateViewBuilder.Build(scopes, options), BuiltInOutputs.NamesOf(scopes, set.Entities), isForCompiler);
        PrintedTemplate[] printed = [.. plan.Jobs.Select(job => TemplatePrinter.Print(job, cancellationToken))];
        ModelFindings.Require([.. plan.Findings, .. printed.Select(file => file.Finding).OfType<Finding>()], "The templates have errors:", path => path);
        return [.. printed.Select(file => file.File).OfType<EmittedFile>()];
    }
}
