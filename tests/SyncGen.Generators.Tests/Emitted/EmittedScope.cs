using System.Reflection;
using SyncGen.Generators.Tests.Compiling;
using SyncGen.Model;

namespace SyncGen.Generators.Tests.Emitted;

/// <summary>Emitted code, compiled and loaded.</summary>
internal static class EmittedScope
{
    /// <summary>The description of a scope of the code.</summary>
    public static SyncScope Load(string code, string scopeClass) =>
        (SyncScope)Assembly(code).GetType(scopeClass, throwOnError: true)!.GetProperty("Definition")!.GetValue(null)!;

    /// <summary>The code with what is emitted for it, compiled without a warning.</summary>
    public static Assembly Assembly(string code) => Assembly(GeneratorRun.Of(TestProject.Of(code)));

    /// <summary>What a run's project and all that was emitted for it give, compiled without a warning.</summary>
    public static Assembly Assembly(GeneratorRun run)
    {
        Assert.Empty(run.Complaints);
        using var stream = new MemoryStream();
        var result = run.After.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return System.Reflection.Assembly.Load(stream.ToArray());
    }
}
