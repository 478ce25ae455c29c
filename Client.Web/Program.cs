using ShellCorp.Web.Hosting;
using ShellCorp.Web.Operations;

var builder = WebApplication.CreateBuilder(args);
builder.AddShellCorpClusterClient();
builder.AddShellCorpWeb();
builder.AddShellCorpOperations();

var app = builder.Build();
app.MapShellCorpWeb();
await app.RunAsync();
