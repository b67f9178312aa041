using SyncGen.CodeGeneration.Emission;
using SyncGen.CodeGeneration.Findings;

namespace SyncGen.CodeGeneration.Templates;

/// <summary>What became of a job.</summary>
/// <param name="File">The file; null if the template printed nothing, or could not be printed.</param>
/// <param name="Finding">What was wrong; null if nothing was.</param>
internal sealed record PrintedTemplate(EmittedFile? File, Finding? Finding);
