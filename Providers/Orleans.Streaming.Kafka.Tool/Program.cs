using Orleans.Streaming.Kafka.Tool;

return await new DeadLetterCommands(Console.Out).Build().Parse(args).InvokeAsync();
