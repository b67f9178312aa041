using SyncGen.Providers.Specification;
using SyncGen.Providers.Specification.Databases;

namespace SyncGen.Sqlite.Tests.Specification;

public sealed class RekeyTests() : RekeySpecification(DatabaseKind.Sqlite);
