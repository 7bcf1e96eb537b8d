"""Kills, mutated inputs and hostile surroundings: `make torture`. What failed is kept in kept/ and is a test since."""
