using SyncGen.Providers.Specification;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;
using Xunit.Abstractions;

namespace SyncGen.PostgreSql.Tests;

[Requires(Requirement.PostgreSql)]
public sealed class OverlapTests(ITestOutputHelper output) : OverlapSpecification(DatabaseKind.PostgreSql, output);
