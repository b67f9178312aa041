using SyncGen.Providers.Specification;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;

namespace SyncGen.MySql.Tests;

[Requires(Requirement.Servers)]
public sealed class ValuesWithPostgreSqlTests() : ValuePairSpecification(DatabaseKind.MySql, DatabaseKind.PostgreSql);
