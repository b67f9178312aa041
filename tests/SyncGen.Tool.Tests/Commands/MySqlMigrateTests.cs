using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;

namespace SyncGen.Tool.Tests.Commands;

[Requires(Requirement.MariaDb)]
public sealed class MySqlMigrateTests() : MigrateSpecification(DatabaseKind.MySql);
