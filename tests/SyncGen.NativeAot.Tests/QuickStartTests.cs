using SyncGen.Testing;

namespace SyncGen.NativeAot.Tests;

/// <summary>What the compiler's trim and AOT analyzers promise for each library, the whole program keeps.</summary>
public sealed class QuickStartTests
{
    [RequiresFact(Requirement.NativeToolchain)]
    public async Task Compiled_to_machine_code_without_a_warning_the_sample_synchronises()
    {
        using var folder = new TemporaryFolder();
        var sample = await NativeSample.PublishAsync(folder, "QuickStart");

        Assert.Contains("all three databases agree", await sample.RunAsync(folder.Path), StringComparison.Ordinal);
    }
}
