"""A released programme in the formats of other tools: one module for each, and every one reads a release only."""
