// Instead of node:child_process for commander, which starts subcommands that are programs of their own; ours are not.
