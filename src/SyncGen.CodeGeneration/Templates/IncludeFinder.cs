using Scriban;
using Scriban.Syntax;

namespace SyncGen.CodeGeneration.Templates;

/// <summary>Finds what a template includes, so that only its own includes print it again.</summary>
internal sealed class IncludeFinder : ScriptVisitor
{
    private const string Include = "include";
    private const string IncludeJoin = "include_join";

    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<ScriptNode> _understood = [];
    private bool _isOpen;

    /// <summary>The names; null if one is known only when the template is printed.</summary>
    public static EquatableArray<string>? Find(Template template)
    {
        var finder = new IncludeFinder();
        finder.Visit(template.Page);
        return finder._isOpen ? null : finder._names.ToEquatableArray();
    }

    public override void Visit(ScriptFunctionCall node)
    {
        if (node.Target is ScriptVariable { Name: Include } && node.Arguments.Count > 0 && node.Arguments[0] is ScriptLiteral { Value: string name })
        {
            _names.Add(name);
            _understood.Add(node.Target);
        }

        base.Visit(node);
    }

    public override void Visit(ScriptVariableGlobal node)
    {
        _isOpen |= node.Name is Include or IncludeJoin && !_understood.Contains(node);
        base.Visit(node);
    }
}
