"""How the engine meets people and files: the command line, readers, pages."""
