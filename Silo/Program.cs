using ShellCorp.Silo.Hosting;
using ShellCorp.Silo.Projection.Commands;

return args is ["projection", .. var command] ? await ProjectionProgram.RunAsync(command, Console.Out) : await SiloProgram.RunAsync(args);
