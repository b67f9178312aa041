using SyncGen.Providers.Specification;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;

namespace SyncGen.SqlServer.Tests;

[Requires(Requirement.AllServers)]
public sealed class ValuesWithPostgreSqlTests() : ValuePairSpecification(DatabaseKind.SqlServer, DatabaseKind.PostgreSql);
