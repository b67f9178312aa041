using SyncGen.Providers.Specification;
using SyncGen.Providers.Specification.Databases;

namespace SyncGen.Sqlite.Tests.Specification;

public sealed class ValueTests() : ValueSpecification(DatabaseKind.Sqlite)
{
    /// <summary>As fine as .NET itself.</summary>
    protected override long TimeTicks => 1;
}
