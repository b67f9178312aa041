using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace SyncGen.CodeGeneration.Templates.Rendering;

/// <summary>What a template of a project's own runs in: strict, within limits, with nothing at hand but values and the templates that it may include.</summary>
internal sealed class BoundedContext : TemplateContext
{
    private readonly EquatableArray<OwnTemplate> _library;
    private int _turns;

    public BoundedContext(EquatableArray<OwnTemplate> library, CancellationToken cancellationToken)
        : base(TemplateFunctions.All)
    {
        _library = library;
        TemplateLoader = new IncludeLoader(library);
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedIndexerAccess = false;
        EnableRelaxedFunctionAccess = false;
        IndentOnEmptyLines = false;
        NewLine = "\n";
        LoopLimit = RenderLimits.TurnsMax;
        RecursiveLimit = RenderLimits.DepthMax;
        RegexTimeOut = TimeSpan.FromSeconds(RenderLimits.ExpressionSeconds);
        CancellationToken = cancellationToken;

        // A value that is longer is cut short without a word: so it must be one that no file may hold either. The same goes
        // for all output together, which is held to its limit below and in BoundedOutput instead.
        LimitToString = RenderLimits.CharactersMax + 1;
        OutputLimit = int.MaxValue;
    }

    protected override bool OnStepLoop(ScriptLoopStatementBase loop)
    {
        if (++_turns > RenderLimits.TurnsMax)
        {
            throw new RenderLimitException(loop.Span, $"loops turn at most {RenderLimits.TurnsMax} times");
        }

        // What is captured, or returned by a function.
        if (Output is StringBuilderOutput { Builder.Length: > RenderLimits.CharactersMax })
        {
            throw new RenderLimitException(loop.Span, $"a text has at most {RenderLimits.CharactersMax} characters");
        }

        return base.OnStepLoop(loop);
    }

    // Parsed already.
    protected override Template CreateTemplate(string templatePath, ScriptNode? callerContext) => _library.First(t => t.Path == templatePath).Body!;
}
