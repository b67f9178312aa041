using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;

namespace SyncGen.Tool.Tests.Commands;

[Requires(Requirement.PostgreSql)]
public sealed class PostgreSqlSessionTests() : SessionSpecification(DatabaseKind.PostgreSql);
