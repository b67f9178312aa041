using SyncGen.Providers.Specification;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;

namespace SyncGen.SqlServer.Tests;

[Requires(Requirement.SqlServer)]
public sealed class RekeyTests() : RekeySpecification(DatabaseKind.SqlServer);
