using SyncGen.Providers.Specification;
using SyncGen.Providers.Specification.Databases;
using Xunit.Abstractions;

namespace SyncGen.Sqlite.Tests.Specification;

public sealed class OverlapTests(ITestOutputHelper output) : OverlapSpecification(DatabaseKind.Sqlite, output);
