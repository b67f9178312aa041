using SyncGen.Providers.Specification;

namespace SyncGen.SqlServer.Tests;

public sealed class ComplianceTests : ComplianceSpecification;
