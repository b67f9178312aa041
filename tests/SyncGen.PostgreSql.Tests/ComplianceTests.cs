using SyncGen.Providers.Specification;

namespace SyncGen.PostgreSql.Tests;

public sealed class ComplianceTests : ComplianceSpecification;
