using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Documents.Json;

/// <summary>A text that is no JSON.</summary>
/// <param name="reason">What is wrong, to stand behind a colon.</param>
/// <param name="source">Where.</param>
internal sealed class JsonSyntaxException(string reason, SourceToken source) : Exception(reason)
{
    public SourceToken Place { get; } = source;
}
