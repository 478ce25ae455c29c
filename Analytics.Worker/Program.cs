using ShellCorp.Analytics.Hosting;
using ShellCorp.Analytics.Operations;
using ShellCorp.Analytics.Reports;

return await WorkerCommands.Create(async () =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddAnalytics();
    await using var app = builder.Build();
    app.MapReports();
    app.MapOperations();
    await app.RunAsync();
    return Environment.ExitCode;
}).Parse(args).InvokeAsync();
