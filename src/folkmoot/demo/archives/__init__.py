"""Archives: facts about real bodies, compiled from public sources, with source, status and gaps."""
