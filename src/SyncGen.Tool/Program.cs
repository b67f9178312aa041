using SyncGen.Tool.Commands;

return await ToolRoot.RunAsync(args, Console.Out, Console.Error);
