namespace SyncGen.Packaging.Tests.Samples;

/// <summary>Says which samples a test runs.</summary>
/// <param name="names">The names of their folders.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SampleAttribute(params string[] names) : Attribute
{
    public IReadOnlyList<string> Names { get; } = names;
}
