namespace SyncGen.Benchmarks.Model;

[SyncScope("sales", typeof(Sale))]
public static partial class SalesScope;
