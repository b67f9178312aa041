using Scriban.Parsing;
using Scriban.Syntax;

namespace SyncGen.CodeGeneration.Templates.Rendering;

/// <summary>A template went beyond a limit.</summary>
internal sealed class RenderLimitException(SourceSpan span, string message) : ScriptRuntimeException(span, message);
