using Xunit;
using Xunit.Sdk;

namespace SyncGen.Testing;

/// <summary>A theory of a specification, which classes for several databases derive from: what it needs, they say by <see cref="RequiresAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("SyncGen.Testing.SpecificationTheoryDiscoverer", "SyncGen.Testing")]
public sealed class SpecificationTheoryAttribute : TheoryAttribute;
