dotnet run (Join-Path $PSScriptRoot 'build.cs') @args
exit $LASTEXITCODE
