using ShellCorp.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddShellCorpClusterClient();
builder.AddShellCorpWeb();

var app = builder.Build();
app.MapShellCorpWeb();
await app.RunAsync();
