using System.Runtime.InteropServices;
using ShellCorp.Silo.Kafka;

// Embedded brokers as a process, for silos that are processes. Writes their address, and ends on SIGTERM.
var end = new TaskCompletionSource();
using var signal = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
{
    context.Cancel = true;
    end.TrySetResult();
});
await using var brokers = EmbeddedBrokers.Start();
await Console.Out.WriteLineAsync(brokers.BootstrapServers);
await end.Task;
