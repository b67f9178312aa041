using Xunit;
using Xunit.Sdk;

namespace SyncGen.Testing;

/// <summary>A fact of a specification, which classes for several databases derive from: what it needs, they say by <see cref="RequiresAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("SyncGen.Testing.SpecificationFactDiscoverer", "SyncGen.Testing")]
public sealed class SpecificationFactAttribute : FactAttribute;
