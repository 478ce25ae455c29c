using ShellCorp.Silo.Tests.Storage;

[assembly: AssemblyFixture(typeof(SharedPostgres))]
