using SyncGen;

namespace BranchOffices.Model;

[SyncScope("sales", typeof(Customer), typeof(Sale), typeof(SaleLine))]
public static partial class SalesScope;
