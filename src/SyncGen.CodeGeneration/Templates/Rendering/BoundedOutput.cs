using System.Text;
using Scriban;
using Scriban.Runtime;

namespace SyncGen.CodeGeneration.Templates.Rendering;

/// <summary>Takes what a template prints, up to a limit.</summary>
internal sealed class BoundedOutput(TemplateContext context) : IScriptOutput
{
    private readonly StringBuilder _text = new();

    public void Write(string text, int offset, int count)
    {
        if (_text.Length + count > RenderLimits.CharactersMax)
        {
            throw new RenderLimitException(context.CurrentSpan, $"a file has at most {RenderLimits.CharactersMax} characters");
        }

        _text.Append(text, offset, count);
    }

    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return default;
    }

    public override string ToString() => _text.ToString();
}
