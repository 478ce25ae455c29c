using ShellCorp.Oltp.Tests;

[assembly: AssemblyFixture(typeof(SharedPostgres))]
