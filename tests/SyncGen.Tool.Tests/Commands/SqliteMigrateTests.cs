using SyncGen.Providers.Specification.Databases;

namespace SyncGen.Tool.Tests.Commands;

public sealed class SqliteMigrateTests() : MigrateSpecification(DatabaseKind.Sqlite);
