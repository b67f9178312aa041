namespace SyncGen.Sqlite.Tests.Model.Shop;

[SyncScope("shop", typeof(Customer), typeof(Invoice), typeof(Line))]
public static partial class ShopScope;
