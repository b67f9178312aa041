using Xunit.Abstractions;
using Xunit.Sdk;

namespace SyncGen.Testing;

/// <summary>Finds the cases of a fact of a specification; where what its class needs is missing, one that is skipped.</summary>
/// <param name="messages">Takes what goes wrong.</param>
public sealed class SpecificationFactDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        MissingRequirement.Of(testMethod.TestClass.Class) is { } reason
            ? [new SkippedTestCase(messages, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, reason)]
            : new FactDiscoverer(messages).Discover(discoveryOptions, testMethod, factAttribute);
}
