namespace SyncGen.AspNetCore.Earlier;

[SyncScope("yard", typeof(Parcel))]
public static partial class YardScope;
