namespace SyncGen.AspNetCore.Earlier;

[SyncScope("works", typeof(Job), typeof(Stage))]
public static partial class WorksScope;
