using SyncGen.Providers.Specification;

namespace SyncGen.MySql.Tests;

public sealed class ComplianceTests : ComplianceSpecification;
