using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Findings;

/// <summary>A rule that the code breaks, and where.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Source">The place.</param>
/// <param name="Arguments">What the message names.</param>
internal sealed record Finding(Rule Rule, SourceToken Source, EquatableArray<string> Arguments);
