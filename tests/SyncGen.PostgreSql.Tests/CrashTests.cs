using SyncGen.Providers.Specification;
using SyncGen.Testing;
using SyncGen.Testing.Servers;

namespace SyncGen.PostgreSql.Tests;

[Requires(Requirement.PostgreSqlPrograms)]
public sealed class CrashTests() : CrashSpecification(async () => await PostgreSqlServer.StartAsync(survivesCrashes: true));
