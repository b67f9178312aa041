using SyncGen.Providers.Specification;

namespace SyncGen.Sqlite.Tests.Specification;

public sealed class ComplianceTests : ComplianceSpecification;
