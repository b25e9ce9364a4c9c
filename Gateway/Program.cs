using MyThoughts.Gateway.Cli;

return await GatewayCommand.RunAsync(args);
