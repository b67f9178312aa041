using SyncGen.Providers.Specification;
using SyncGen.Providers.Specification.Databases;
using Xunit.Abstractions;

namespace SyncGen.Sqlite.Tests.Specification;

public sealed class FilterConcurrencyTests(ITestOutputHelper output) : FilterConcurrencySpecification(DatabaseKind.Sqlite, output);
