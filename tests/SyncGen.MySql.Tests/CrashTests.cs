using SyncGen.Providers.Specification;
using SyncGen.Testing;
using SyncGen.Testing.Servers;

namespace SyncGen.MySql.Tests;

[Requires(Requirement.MariaDbPrograms)]
public sealed class CrashTests() : CrashSpecification(async () => await MariaDbServer.StartAsync(survivesCrashes: true));
