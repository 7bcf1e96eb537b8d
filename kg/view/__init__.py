"""What of a graph is looked at, and where it stands: views, parts, ties, places. Maps and exports share it."""
