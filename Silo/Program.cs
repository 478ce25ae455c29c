using ShellCorp.Silo.Hosting;
using ShellCorp.Silo.Projection.Commands;
using ShellCorp.Silo.Storage;

return args switch
{
    ["projection", .. var command] => await ProjectionProgram.RunAsync(command, Console.Out),
    [PartitionCommands.Name, .. var command] => await PartitionCommands.RunAsync(command, Console.Out, Console.Error),
    _ => await SiloProgram.RunAsync(args),
};
