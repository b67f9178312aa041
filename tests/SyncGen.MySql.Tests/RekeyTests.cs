using SyncGen.Providers.Specification;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;

namespace SyncGen.MySql.Tests;

[Requires(Requirement.MariaDb)]
public sealed class RekeyTests() : RekeySpecification(DatabaseKind.MySql);
