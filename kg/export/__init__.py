"""A finished graph in the formats of other programs: GraphML, GEXF, CSV, JSON Lines."""
