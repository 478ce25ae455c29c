using ShellCorp.AppHost.Running;

return await RunCommand.Create(Run.ExecuteAsync).Parse(args).InvokeAsync();
