using SyncGen.Providers.Specification;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;
using Xunit.Abstractions;

namespace SyncGen.PostgreSql.Tests;

[Requires(Requirement.PostgreSql)]
public sealed class FilterHistoryTests(ITestOutputHelper output) : FilterHistorySpecification(DatabaseKind.PostgreSql, output);
