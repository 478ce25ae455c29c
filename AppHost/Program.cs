using System.CommandLine;
using ShellCorp.AppHost.Running;

// Stopping in order takes longer than the two seconds that a command has by default.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) };
return await RunCommand.Create(Run.ExecuteAsync).Parse(args).InvokeAsync(configuration);
