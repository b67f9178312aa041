using SyncGen.Providers.Specification;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;
using Xunit.Abstractions;

namespace SyncGen.SqlServer.Tests;

[Requires(Requirement.SqlServer)]
public sealed class OverlapTests(ITestOutputHelper output) : OverlapSpecification(DatabaseKind.SqlServer, output);
