using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Templates;

/// <summary>What a template says of itself.</summary>
/// <param name="Subject">What it is printed for.</param>
/// <param name="Output">The names of its files, with places for the subject's names.</param>
/// <param name="Replaces">The file of SyncGen's own that it is printed in place of.</param>
/// <param name="OutputSource">Where the names of its files are said, or what it is printed for.</param>
internal sealed record TemplateHeader(TemplateSubject Subject, string Output, BuiltInOutput Replaces, SourceToken OutputSource);
