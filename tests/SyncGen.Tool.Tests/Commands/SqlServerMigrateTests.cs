using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;

namespace SyncGen.Tool.Tests.Commands;

[Requires(Requirement.SqlServer)]
public sealed class SqlServerMigrateTests() : MigrateSpecification(DatabaseKind.SqlServer);
