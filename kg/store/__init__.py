"""A finished graph in databases: rows for them, statements, Neo4j."""
