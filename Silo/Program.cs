using ShellCorp.Silo.Hosting;

return await SiloProgram.RunAsync(args);
