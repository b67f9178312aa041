using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SyncGen.Generators.Tests.Compiling;

/// <summary>A run of all analyzers over a project and what was emitted for it.</summary>
internal static class AnalyzerRun
{
    /// <summary>One of each analyzer that the compiler finds in the generator's assembly.</summary>
    public static IReadOnlyList<DiagnosticAnalyzer> All =>
    [
        .. typeof(SyncGenerator).Assembly.GetTypes()
            .Where(t => t.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    /// <summary>What they report, in the order of places. An exception in one of them is a diagnostic, too.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> OfAsync(Compilation compilation)
    {
        var diagnostics = await compilation.WithAnalyzers([.. All]).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(d => d.Location.SourceSpan.Start)];
    }
}
