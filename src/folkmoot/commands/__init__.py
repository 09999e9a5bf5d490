"""What `folkmoot` can do: one file a command, each with `register(subparsers)` and `run(options) -> exit status`."""
