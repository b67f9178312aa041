namespace SyncGen.AspNetCore.Tests.Model;

[SyncScope("Shop", typeof(Item), typeof(Label), Conflicts = ConflictPolicy.ServerWins)]
public static partial class ShopScope;
