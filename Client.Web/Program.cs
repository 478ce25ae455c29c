using ShellCorp.Web.Hosting;

return await WebProgram.RunAsync(args);
