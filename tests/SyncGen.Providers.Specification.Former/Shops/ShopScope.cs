namespace SyncGen.Providers.Specification.Former.Shops;

/// <summary>The scope as it was.</summary>
[SyncScope("shop", typeof(Client), typeof(Order), typeof(Coupon))]
public static partial class ShopScope;
