using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;

namespace SyncGen.Tool.Tests.Commands;

[Requires(Requirement.PostgreSql)]
public sealed class PostgreSqlMigrateTests() : MigrateSpecification(DatabaseKind.PostgreSql);
