using Microsoft.CodeAnalysis;
using SyncGen.Generators.Tests.Compiling;

namespace SyncGen.CodeFixes.Tests.Samples;

/// <summary>Samples are used as a user would: analyzers find nothing in them.</summary>
public sealed class SampleTests
{
    public static TheoryData<string> Names => [.. SampleProject.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Analyzers_find_nothing(string name)
    {
        var compilation = SampleProject.Compile(name);

        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        Assert.Empty(await AnalyzerRun.OfAsync(compilation));
    }
}
