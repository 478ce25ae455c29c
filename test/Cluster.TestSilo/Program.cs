using ShellCorp.Cluster.TestSilo;
using ShellCorp.Silo.Hosting;

ParentWatch.Start();
return await SiloProgram.RunAsync(args, TestParts.Add);
