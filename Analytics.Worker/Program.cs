using ShellCorp.Analytics.Hosting;
using ShellCorp.Analytics.Reports;

var builder = WebApplication.CreateBuilder(args);
builder.AddAnalytics();
await using var app = builder.Build();
app.MapReports();
await app.RunAsync();
return Environment.ExitCode;
