using SyncGen.Providers.Specification;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;

namespace SyncGen.PostgreSql.Tests;

[Requires(Requirement.PostgreSql)]
public sealed class ValueTests() : ValueSpecification(DatabaseKind.PostgreSql)
{
    /// <summary>Microseconds.</summary>
    protected override long TimeTicks => TimeSpan.TicksPerMicrosecond;
}
