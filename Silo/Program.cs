using ShellCorp.Silo.Hosting;

var builder = Host.CreateApplicationBuilder(args);
builder.AddShellCorpSilo();
await builder.Build().RunAsync();
