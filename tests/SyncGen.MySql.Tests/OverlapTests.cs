using SyncGen.Providers.Specification;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;
using Xunit.Abstractions;

namespace SyncGen.MySql.Tests;

[Requires(Requirement.MariaDb)]
public sealed class OverlapTests(ITestOutputHelper output) : OverlapSpecification(DatabaseKind.MySql, output);
