using System.CommandLine;

var root = new RootCommand("Keeps databases in step.");
return await root.Parse(args).InvokeAsync();
