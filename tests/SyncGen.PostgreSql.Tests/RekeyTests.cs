using SyncGen.Providers.Specification;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;

namespace SyncGen.PostgreSql.Tests;

[Requires(Requirement.PostgreSql)]
public sealed class RekeyTests() : RekeySpecification(DatabaseKind.PostgreSql);
