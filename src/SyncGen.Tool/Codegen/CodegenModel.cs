using SyncGen.CodeGeneration.Documents;

namespace SyncGen.Tool.Codegen;

/// <summary>A model that files are made of.</summary>
/// <param name="Set">What it declares.</param>
/// <param name="Text">The document that says so.</param>
/// <param name="Scope">The scope that files are made of; null: all.</param>
/// <param name="Notes">What its source does not say, and what there is to know.</param>
internal sealed record CodegenModel(DocumentSet Set, string Text, string? Scope, IReadOnlyList<string> Notes);
